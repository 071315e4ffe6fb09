package nightsweep.worker.dataset.idx;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nightsweep.worker.dataset.DataException;
import nightsweep.worker.dataset.file.DataFile;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * A named data set among the user's data: the four files of MNIST's names in a folder of that name. Where there is no such
 * folder, the last part of the name is taken for a prefix: {@code hoda/hoda5} is {@code hoda/hoda5-train-images-idx3-ubyte}
 * and so on.
 *
 * @param home where data sets are, as a URI or path
 * @param name such as {@code mnist}
 */
public record IdxFolder(Configuration hadoop, String home, String name) {
    /** The first that is there is taken. */
    private static final List<String> TEST_NAMES = List.of("t10k", "test", "validation");

    /** The four files that are there. */
    public IdxSource source() throws DataException {
        Path folder = new Path(new Path(home), name);
        Optional<TreeSet<String>> own = names(folder);
        if (own.isPresent()) {
            return source(folder, "", own.get());
        }
        Path parent = folder.getParent();
        TreeSet<String> siblings = names(parent).orElseGet(TreeSet::new);
        String prefix = folder.getName() + "-";
        if (siblings.stream().noneMatch(file -> file.startsWith(prefix))) {
            throw Wanted.missing(name, "there is no folder " + folder);
        }
        return source(parent, prefix, siblings);
    }

    private IdxSource source(Path folder, String prefix, TreeSet<String> names) throws DataException {
        List<String> testNames = TEST_NAMES.stream()
                .filter(test -> find(names, prefix + test, "images").isPresent())
                .toList();
        String test = testNames.isEmpty() ? TEST_NAMES.get(0) : testNames.get(0);
        return new IdxSource(
                file(folder, names, prefix + "train", "images"),
                file(folder, names, prefix + "train", "labels"),
                file(folder, names, prefix + test, "images"),
                file(folder, names, prefix + test, "labels"));
    }

    private DataFile file(Path folder, TreeSet<String> names, String part, String kind) throws DataException {
        String found = find(names, part, kind)
                .orElseThrow(() -> Wanted.missing(
                        name,
                        folder + " has no " + part + "-" + kind + "-idx" + (kind.equals("images") ? "3" : "1")
                                + "-ubyte"));
        return new DataFile(hadoop, new Path(folder, found).toString());
    }

    /** Sorted, so that a file that is there both ways is read as it is rather than gzipped. */
    private static Optional<String> find(TreeSet<String> names, String part, String kind) {
        Pattern pattern = Pattern.compile(Pattern.quote(part + "-" + kind) + "[-.]idx[1-4]-ubyte(\\.gz)?");
        return names.stream().filter(file -> pattern.matcher(file).matches()).findFirst();
    }

    private Optional<TreeSet<String>> names(Path folder) throws DataException {
        try {
            FileStatus[] files = folder.getFileSystem(hadoop).listStatus(folder);
            return Optional.of(new TreeSet<>(
                    Arrays.stream(files).map(file -> file.getPath().getName()).toList()));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new DataException("Cannot list " + folder + ": " + e.getMessage(), e);
        }
    }
}
