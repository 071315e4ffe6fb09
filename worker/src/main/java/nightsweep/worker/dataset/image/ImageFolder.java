package nightsweep.worker.dataset.image;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.DataRemark;
import nightsweep.worker.dataset.file.DataPath;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.storage.FirstContact;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A folder with a folder of pictures for each class. Names that begin with a dot, and files and folders that by their names
 * are no pictures and no classes, are passed over.
 */
record ImageFolder(Configuration hadoop, String location) {
    private static final int MOST_NAMED = 20;
    private static final Pattern NO_PICTURE = Pattern.compile(
            "(?i)thumbs\\.db|desktop\\.ini|_success|.*\\.(txt|csv|tsv|json|xml|ya?ml|md|html?|db|ini|log|npy|mat|zip|pdf|py|crc)");
    /** What unpacking and file servers leave. */
    private static final Pattern NO_CLASS =
            Pattern.compile("__MACOSX|@eaDir|\\$RECYCLE\\.BIN|System Volume Information");

    private static final Pattern OTHER_PICTURE =
            Pattern.compile("(?i).*\\.(gif|bmp|webp|tiff?|heic|heif|avif|svg|ico)");

    /**
     * The pictures of one class.
     *
     * @param files sorted by name
     */
    record ImageClass(String name, List<Path> files) {
        ImageClass {
            files = List.copyOf(files);
        }
    }

    /**
     * What is in the folder.
     *
     * @param classes sorted by name
     * @param passedOver names of files and folders that are not read, within the folder
     */
    record Content(List<ImageClass> classes, List<String> passedOver) {
        Content {
            classes = List.copyOf(classes);
            passedOver = List.copyOf(passedOver);
        }

        /** The files that are passed over, as a remark. */
        Optional<DataRemark> remark(String folder) {
            if (passedOver.isEmpty()) {
                return Optional.empty();
            }
            int count = passedOver.size();
            return Optional.of(new DataRemark(
                    Doubt.PASSED_OVER,
                    count + (count == 1 ? " file or folder" : " files and folders") + " of " + folder
                            + (count == 1 ? " is" : " are") + " passed over: " + named(passedOver) + "."));
        }
    }

    /**
     * Every class.
     *
     * @throws DataException where there are none, or some without a picture, or with folders within them, or with what
     *     cannot be read
     */
    Content content() throws DataException {
        List<ImageClass> classes = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        List<String> without = new ArrayList<>();
        List<String> nested = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (FileStatus folder : entries(path())) {
            if (!folder.isDirectory()
                    || name(folder).startsWith(".")
                    || NO_CLASS.matcher(name(folder)).matches()) {
                passedOver.add(name(folder));
                continue;
            }
            List<Path> files = new ArrayList<>();
            for (FileStatus file : entries(folder.getPath())) {
                String name = name(folder) + "/" + name(file);
                if (name(file).startsWith(".")
                        || (!file.isDirectory()
                                && NO_PICTURE.matcher(name(file)).matches())) {
                    passedOver.add(name);
                } else if (file.isDirectory()) {
                    nested.add(name);
                } else {
                    if (file.getLen() == 0) {
                        unreadable.add(name + " is empty");
                    } else if (OTHER_PICTURE.matcher(name(file)).matches()) {
                        unreadable.add(name + " is no JPEG and no PNG");
                    }
                    files.add(file.getPath());
                }
            }
            if (files.isEmpty()) {
                without.add(name(folder));
            }
            classes.add(new ImageClass(name(folder), files));
        }
        if (classes.isEmpty()) {
            throw fault("it has no folders. Wanted is a folder for each class, named after it, with its pictures");
        }
        if (!nested.isEmpty()) {
            throw fault("there are folders within classes, whose pictures would be passed over: " + named(nested));
        }
        if (!without.isEmpty()) {
            throw fault("there is no picture in " + named(without));
        }
        if (!unreadable.isEmpty()) {
            throw fault("some pictures cannot be read. Remove or replace them: " + named(unreadable));
        }
        return new Content(classes, passedOver);
    }

    private static String named(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMED)))
                + (names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "");
    }

    /** That the folder is not as it should be. */
    DataException fault(String what) {
        return new DataException("Cannot read " + location + ": " + what + (what.endsWith(".") ? "" : "."));
    }

    private Path path() throws DataException {
        try {
            return DataPath.of(location, hadoop);
        } catch (IllegalArgumentException e) {
            throw fault(String.valueOf(e.getMessage()));
        }
    }

    private List<FileStatus> entries(Path folder) throws DataException {
        try {
            FirstContact.with(folder, hadoop);
            FileSystem files = folder.getFileSystem(hadoop);
            List<FileStatus> entries = Arrays.stream(files.listStatus(folder))
                    .sorted(Comparator.comparing(ImageFolder::name))
                    .toList();
            checkWhole(files, folder, entries);
            return entries;
        } catch (FileNotFoundException e) {
            throw fault("there is no such folder" + (DataPath.isRelative(location) ? ": looked for " + folder : ""));
        } catch (IOException e) {
            throw fault(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    /** Hadoop passes over links whose targets are gone, and names that this process cannot write. */
    private void checkWhole(FileSystem files, Path folder, List<FileStatus> entries) throws DataException {
        String[] all = files instanceof LocalFileSystem local
                ? local.pathToFile(folder).list()
                : null;
        if (all == null || all.length == entries.size()) {
            return;
        }
        Set<String> listed = entries.stream().map(ImageFolder::name).collect(Collectors.toSet());
        List<String> lost = Arrays.stream(all)
                .filter(name -> !name.startsWith(".") && !listed.contains(name))
                .sorted()
                .toList();
        if (!lost.isEmpty()) {
            throw fault("some entries of " + folder.getName()
                    + " cannot be opened: links to files that are gone, or names"
                    + " with letters that this process does not know (set LC_ALL=C.UTF-8 for it): " + named(lost));
        }
    }

    private static String name(FileStatus entry) {
        return entry.getPath().getName();
    }
}
