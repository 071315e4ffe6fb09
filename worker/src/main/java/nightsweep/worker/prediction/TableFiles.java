package nightsweep.worker.prediction;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.file.DataPath;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.unlabelled.UnlabelledFiles;
import nightsweep.worker.storage.FirstContact;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * The files of a table: one, or those of a folder, which follow each other in the order of their names. In a folder, names with
 * {@code _} or {@code .} in front are passed over, as Spark and others do.
 *
 * @param place of the table: the file, or the folder
 * @param form of each file
 * @param files one or more
 */
record TableFiles(String place, Form form, List<One> files) {
    TableFiles {
        files = List.copyOf(files);
    }

    /** A file, and how long it is. */
    record One(DataFile file, long bytes) {}

    /** What stands somewhere. */
    enum Form {
        CSV("a CSV file"),
        PARQUET("a Parquet file"),
        PICTURE("a picture"),
        IDX("an IDX file"),
        MATLAB("a MATLAB file"),
        FOLDER("a folder");

        private final String told;

        Form(String told) {
            this.told = told;
        }

        /** By a file's first bytes; what is nothing else is CSV. */
        private static Form of(FileStatus status, DataFile file) throws IOException, DataException {
            if (status.isDirectory()) {
                return FOLDER;
            }
            if (ParquetFile.is(file)) {
                return PARQUET;
            }
            return switch (UnlabelledFiles.Kind.of(file)) {
                case PICTURE -> PICTURE;
                case IDX -> IDX;
                case MATLAB -> MATLAB;
                case TEXT -> CSV;
            };
        }

        private boolean hasRows() {
            return this == CSV || this == PARQUET;
        }
    }

    /**
     * Finds a table.
     *
     * @throws DataException if there is none, or a folder holds something else too
     */
    static TableFiles of(Configuration hadoop, String place) throws IOException, DataException {
        DataFile table = new DataFile(hadoop, place);
        FileStatus status = status(table);
        if (status.isDirectory()) {
            return ofFolder(table, status);
        }
        Form form = Form.of(status, table);
        if (!form.hasRows()) {
            throw table.fault(
                    "it is " + form.told + ", but rows are read of CSV and Parquet. Without --spread it is read whole");
        }
        return new TableFiles(place, form, List.of(new One(table, status.getLen())));
    }

    private static TableFiles ofFolder(DataFile folder, FileStatus status) throws IOException, DataException {
        List<One> files = new ArrayList<>();
        Form first = Form.FOLDER;
        for (FileStatus entry : entries(folder, status)) {
            DataFile file = file(folder, entry);
            Form form = Form.of(entry, file);
            String found = "it is a folder in which \"" + entry.getPath().getName() + "\" is " + form.told;
            if (!form.hasRows()) {
                throw folder.fault(found + ", but only a folder of CSV or of Parquet files is a table. Pictures and IDX"
                        + " files go without --spread: to evaluate by their folder, to predict one by one");
            }
            first = files.isEmpty() ? form : first;
            if (form != first) {
                throw folder.fault(found + ", but the first is " + first.told + ": a table is of one kind");
            }
            files.add(new One(file, entry.getLen()));
        }
        if (files.isEmpty()) {
            throw folder.fault("the folder is empty");
        }
        return new TableFiles(folder.location(), first, files);
    }

    /** Whether a folder holds nothing but CSV and Parquet files. */
    static boolean isTable(DataFile folder) throws IOException, DataException {
        List<FileStatus> entries = entries(folder, status(folder));
        for (FileStatus entry : entries) {
            if (!Form.of(entry, file(folder, entry)).hasRows()) {
                return false;
            }
        }
        return !entries.isEmpty();
    }

    private static DataFile file(DataFile folder, FileStatus entry) {
        return new DataFile(folder.hadoop(), entry.getPath().toString());
    }

    private static List<FileStatus> entries(DataFile place, FileStatus folder) throws IOException {
        return Arrays.stream(folder.getPath().getFileSystem(place.hadoop()).listStatus(folder.getPath()))
                .filter(entry -> !entry.getPath().getName().startsWith("_")
                        && !entry.getPath().getName().startsWith("."))
                .sorted(Comparator.comparing(entry -> entry.getPath().getName()))
                .toList();
    }

    private static FileStatus status(DataFile file) throws IOException, DataException {
        try {
            Path path = DataPath.of(file.location(), file.hadoop());
            FirstContact.with(path, file.hadoop());
            return path.getFileSystem(file.hadoop()).getFileStatus(path);
        } catch (FileNotFoundException e) {
            throw file.fault("there is no such file");
        }
    }
}
