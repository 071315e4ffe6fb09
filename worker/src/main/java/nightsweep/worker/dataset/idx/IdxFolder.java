package nightsweep.worker.dataset.idx;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.file.DataPath;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.storage.FirstContact;
import org.apache.hadoop.conf.Configuration;
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

    /**
     * The four files that are there.
     *
     * @throws DataException where some are not, with all their names
     */
    public IdxSource source() throws DataException {
        Path folder = folder();
        Optional<List<String>> own = names(folder);
        if (own.isPresent()) {
            return source(folder, new IdxNames("", own.get()));
        }
        IdxNames prefixed =
                new IdxNames(folder.getName() + "-", names(folder.getParent()).orElse(List.of()));
        if (prefixed.isEmpty()) {
            throw Wanted.missing(name, "there is no folder " + folder);
        }
        return source(folder.getParent(), prefixed);
    }

    private Path folder() throws DataException {
        try {
            return new Path(DataPath.of(home, hadoop), name);
        } catch (IllegalArgumentException e) {
            throw new DataException(
                    "Cannot find data set \"" + name + "\" at \"" + home + "\": " + e.getMessage() + ".", e);
        }
    }

    private IdxSource source(Path folder, IdxNames names) throws DataException {
        List<String> missing = names.missing();
        if (!missing.isEmpty()) {
            List<String> others = names.prefixes();
            throw Wanted.missing(
                    name,
                    folder + " has no " + String.join(", ", missing)
                            + (others.isEmpty()
                                    ? ""
                                    : ", but it has " + name + "/" + String.join(", " + name + "/", others)));
        }
        List<DataFile> files = names.four().stream()
                .map(file -> new DataFile(hadoop, new Path(folder, file).toString()))
                .toList();
        return new IdxSource(files.get(0), files.get(1), files.get(2), files.get(3));
    }

    /** Sorted; empty where there is no such folder. */
    private Optional<List<String>> names(Path folder) throws DataException {
        try {
            FirstContact.with(folder, hadoop);
            return Optional.of(Arrays.stream(folder.getFileSystem(hadoop).listStatus(folder))
                    .map(file -> file.getPath().getName())
                    .sorted()
                    .toList());
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new DataException("Cannot list " + folder + ": " + e.getMessage(), e);
        }
    }
}
