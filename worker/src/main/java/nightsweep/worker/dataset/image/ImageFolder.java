package nightsweep.worker.dataset.image;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import nightsweep.worker.dataset.DataException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** A folder with a folder of pictures for each class. Names that begin with a dot or an underscore are passed over. */
record ImageFolder(Configuration hadoop, String location) {

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
     * Every class, sorted by name.
     *
     * @throws DataException where there are none, or some without a picture, or with folders within them
     */
    List<ImageClass> classes() throws DataException {
        List<ImageClass> classes = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        List<String> nested = new ArrayList<>();
        for (FileStatus folder : entries(path())) {
            if (folder.isDirectory()) {
                List<Path> files = new ArrayList<>();
                for (FileStatus file : entries(folder.getPath())) {
                    if (file.isDirectory()) {
                        nested.add(name(folder) + "/" + name(file));
                    } else {
                        files.add(file.getPath());
                    }
                }
                if (files.isEmpty()) {
                    empty.add(name(folder));
                }
                classes.add(new ImageClass(name(folder), files));
            }
        }
        if (classes.isEmpty()) {
            throw fault("it has no folders. Wanted is a folder for each class, named after it, with its pictures");
        }
        if (!nested.isEmpty()) {
            throw fault("there are folders within classes, whose pictures would be passed over: "
                    + String.join(", ", nested));
        }
        if (!empty.isEmpty()) {
            throw fault("there is no picture in " + String.join(", ", empty));
        }
        return classes;
    }

    /** That the folder is not as it should be. */
    DataException fault(String what) {
        return new DataException("Cannot read " + location + ": " + what + (what.endsWith(".") ? "" : "."));
    }

    private Path path() throws DataException {
        try {
            return new Path(location);
        } catch (IllegalArgumentException e) {
            throw fault(String.valueOf(e.getMessage()));
        }
    }

    private List<FileStatus> entries(Path folder) throws DataException {
        try {
            return Arrays.stream(folder.getFileSystem(hadoop).listStatus(folder))
                    .filter(entry ->
                            !name(entry).startsWith(".") && !name(entry).startsWith("_"))
                    .sorted(Comparator.comparing(ImageFolder::name))
                    .toList();
        } catch (FileNotFoundException e) {
            throw fault("there is no such folder");
        } catch (IOException e) {
            throw fault(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private static String name(FileStatus entry) {
        return entry.getPath().getName();
    }
}
