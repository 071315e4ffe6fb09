package nightsweep.worker.dataset.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * The files of a folder that together are one, in the order of their names.
 *
 * @param parts one or more
 * @param hidden names that begin with {@code _} or {@code .}, which are passed over as Spark and others do
 */
public record FolderParts(List<Part> parts, List<String> hidden) {
    private static final int MOST_NAMED = 3;

    public FolderParts {
        parts = List.copyOf(parts);
        hidden = List.copyOf(hidden);
    }

    /** A file of a folder. */
    public record Part(String name, DataFile file) {}

    /**
     * Those of a folder.
     *
     * @throws DataException if it cannot be listed, has none, or has folders
     */
    public static FolderParts of(DataFile folder) throws DataException {
        List<Part> parts = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        for (FileStatus entry : entries(folder)) {
            String name = entry.getPath().getName();
            if (name.startsWith("_") || name.startsWith(".")) {
                hidden.add(name);
            } else if (entry.isDirectory()) {
                throw folder.fault("it is a folder in which \"" + name
                        + "\" is a folder too, but a folder that is one table holds its files alone");
            } else {
                parts.add(new Part(
                        name, new DataFile(folder.hadoop(), entry.getPath().toString())));
            }
        }
        if (parts.isEmpty()) {
            throw folder.fault("it is a folder without files"
                    + (hidden.isEmpty() ? "" : " but for hidden ones: " + String.join(", ", hidden)));
        }
        return new FolderParts(parts, hidden);
    }

    private static List<FileStatus> entries(DataFile folder) throws DataException {
        try {
            Path path = DataPath.of(folder.location(), folder.hadoop());
            return Arrays.stream(
                            DataFile.bare(path.getFileSystem(folder.hadoop())).listStatus(path))
                    .sorted(Comparator.comparing(entry -> entry.getPath().getName()))
                    .toList();
        } catch (IOException e) {
            throw folder.fault(String.valueOf(e.getMessage()));
        }
    }

    /** What is read, in a sentence. */
    public String note(String location) {
        String some = String.join(", ", hidden.subList(0, Math.min(MOST_NAMED, hidden.size())));
        return location + " is a folder of "
                + (parts.size() == 1 ? "1 file" : parts.size() + " files, read in the order of their names")
                + (hidden.isEmpty()
                        ? "."
                        : ", beside which " + hidden.size() + " hidden " + (hidden.size() == 1 ? "one is" : "ones are")
                                + " passed over: " + some + (hidden.size() > MOST_NAMED ? " and others." : "."));
    }
}
