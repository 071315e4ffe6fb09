package nightsweep.driver.cli.init;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nightsweep.driver.cli.console.CommandFailure;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.worker.dataset.csv.TableLook;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.file.DataPath;
import nightsweep.worker.dataset.idx.IdxFolder;
import nightsweep.worker.dataset.idx.IdxSource;
import nightsweep.worker.dataset.image.FolderLook;
import nightsweep.worker.dataset.matlab.MatlabLook;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.unlabelled.UnlabelledFiles;
import nightsweep.worker.storage.FirstContact;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Finds out what a file or folder holds.
 *
 * @param hadoop in which relative paths start where the sweep's do
 * @param label the column of a table that was asked for
 */
record DataFinder(Configuration hadoop, Optional<String> label) {
    private static final Pattern IDX = Pattern.compile(".*(images|labels)[-.]idx[1-4]-ubyte(\\.gz)?");
    private static final Pattern IDX_PART =
            Pattern.compile("(?:(.+)-)?(?:train|t10k|test|validation)-(?:images|labels)[-.]idx[1-4]-ubyte(?:\\.gz)?");
    private static final Pattern TABLE = Pattern.compile("(?i).*\\.(csv|tsv|data|txt|tab)(\\.gz)?");
    private static final Pattern TEST = Pattern.compile("(?i)test|validation|valid|val");
    private static final int LARGEST_SIDE = 32;
    private static final int MOST_NAMED = 8;

    FoundData at(String place) throws CommandFailure, DataException {
        FileStatus status = status(place);
        FoundData found = status.isDirectory() ? folder(place) : file(place, status);
        if (label.isPresent() && !found.lines().get(0).equals("csv:")) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--label names a column of a table, and " + place + " is none: leave it out.");
        }
        return found;
    }

    private FoundData file(String place, FileStatus status) throws CommandFailure, DataException {
        DataFile file = new DataFile(hadoop, place);
        return switch (UnlabelledFiles.Kind.of(file)) {
            case PICTURE ->
                throw new DataException(place + " is one picture. Give the folder in which each class has a folder"
                        + " of its pictures.");
            case IDX -> idx(around(place), Optional.of(status.getPath()));
            case MATLAB -> matlab(place, MatlabLook.at(file));
            case TEXT -> new TableData(place, Optional.empty(), file, TableLook.at(file)).found(label);
        };
    }

    private FoundData folder(String place) throws CommandFailure, DataException {
        List<FileStatus> entries = entries(place);
        List<String> files = names(entries, false);
        List<String> folders = names(entries, true);
        if (files.stream().anyMatch(name -> IDX.matcher(name).matches())) {
            return idx(place, one(place, files));
        }
        if (!folders.isEmpty()) {
            return images(place, folders);
        }
        List<String> tables =
                files.stream().filter(name -> TABLE.matcher(name).matches()).toList();
        Optional<String> train = one(tables, "train");
        Optional<String> test = one(tables, "test");
        if (tables.size() == 1 || (train.isPresent() && test.isPresent())) {
            String table = place + "/" + train.orElseGet(() -> tables.get(0));
            DataFile file = new DataFile(hadoop, table);
            TableLook look = TableLook.at(file);
            return new TableData(
                            table,
                            tables.size() == 1 ? Optional.empty() : test.map(name -> place + "/" + name),
                            file,
                            look)
                    .found(label);
        }
        throw new DataException(place + " has neither folders of pictures, nor IDX files, nor "
                + (tables.isEmpty() ? "a table that is called .csv, .tsv, .data or .txt" : "one table")
                + (files.isEmpty() ? ", and no files." : ", but " + named(files) + ": name one of them."));
    }

    private FoundData images(String place, List<String> folders) throws DataException {
        Optional<String> test =
                folders.stream().filter(name -> TEST.matcher(name).matches()).findFirst();
        boolean split = test.isPresent() && folders.contains("train");
        String train = split ? place + "/train" : place;
        FolderLook look = FolderLook.at(hadoop, train);
        List<String> lines = new ArrayList<>(List.of("images:", "  train: " + FoundData.quoted(train)));
        if (split) {
            lines.add("  test: " + FoundData.quoted(place + "/" + test.orElseThrow()));
        } else {
            lines.add(FoundData.line("  test-share: 0.2", "of each class, for testing only"));
        }
        lines.add(FoundData.line(
                "  size: " + Math.min(LARGEST_SIDE, look.smallest()),
                "pixels a side; more shows more, and takes longer"));
        lines.add(FoundData.line("  colours: rgb", "or grey"));
        return new FoundData(FoundData.name(place), lines);
    }

    private FoundData idx(String folder, Optional<Path> file) throws DataException {
        IdxSource source = set(folder, file).source();
        List<String> lines = List.of(
                "idx:",
                "  train-features: " + within(folder, source.trainFeatures()),
                "  train-labels: " + within(folder, source.trainLabels()),
                "  test-features: " + within(folder, source.testFeatures()),
                "  test-labels: " + within(folder, source.testLabels()));
        String name = FoundData.name(folder);
        String first = FoundData.last(source.trainFeatures().location());
        return new FoundData(
                first.startsWith("train") ? name : FoundData.name(first.replaceFirst("-train-.*", "")), lines);
    }

    /** The four files that a folder has, or those that one of its files belongs to. */
    private IdxFolder set(String folder, Optional<Path> file) throws DataException {
        Path path = DataPath.of(folder, hadoop);
        if (file.isEmpty()) {
            return new IdxFolder(hadoop, String.valueOf(path.getParent()), path.getName());
        }
        Matcher part = IDX_PART.matcher(file.get().getName());
        if (!part.matches()) {
            throw new DataException(file.get().getName()
                    + " holds examples or labels alone. Give a folder with four IDX files that are named as MNIST's are:"
                    + " train-images-idx3-ubyte, train-labels-idx1-ubyte, and t10k- likewise.");
        }
        return part.group(1) == null
                ? new IdxFolder(hadoop, String.valueOf(path.getParent()), path.getName())
                : new IdxFolder(hadoop, path.toString(), part.group(1));
    }

    private static String within(String folder, DataFile file) {
        String name = FoundData.last(file.location());
        return FoundData.quoted(folder.equals(".") ? name : folder.replaceAll("/+$", "") + "/" + name);
    }

    private static FoundData matlab(String place, MatlabLook look) {
        int train = look.pictures() * 4 / 5;
        return new FoundData(
                FoundData.name(place),
                List.of(
                        "matlab:",
                        "  file: " + FoundData.quoted(place),
                        "  images: " + FoundData.quoted(look.images()),
                        "  labels: " + FoundData.quoted(look.labels()),
                        FoundData.line("  size: 16", "pixels a side that every picture is brought to"),
                        FoundData.line("  train: " + train, "the first pictures of the file"),
                        FoundData.line("  test: " + (look.pictures() - train), "those after them")));
    }

    /** The folder of a file, as it would be typed. */
    private static String around(String place) {
        int slash = place.lastIndexOf('/');
        return slash < 0 ? "." : slash == 0 ? "/" : place.substring(0, slash);
    }

    /** A file of the one data set that a folder has; empty where its files have the usual names. */
    private static Optional<Path> one(String folder, List<String> files) throws DataException {
        List<String> train = files.stream()
                .filter(name -> name.matches("(.+-)?train-images[-.]idx[1-4]-ubyte(\\.gz)?"))
                .toList();
        if (train.stream().anyMatch(name -> name.startsWith("train-"))) {
            return Optional.empty();
        }
        if (train.size() > 1) {
            throw new DataException(folder + " holds several data sets: name a file of one, such as " + folder + "/"
                    + train.get(0) + ".");
        }
        return train.stream().findFirst().map(name -> new Path(folder, name));
    }

    private static String named(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())))
                + (names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "");
    }

    private static Optional<String> one(List<String> names, String part) {
        List<String> found = names.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(part))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static List<String> names(List<FileStatus> entries, boolean folders) {
        return entries.stream()
                .filter(entry -> entry.isDirectory() == folders)
                .map(entry -> entry.getPath().getName())
                .filter(name -> !name.startsWith("."))
                .sorted()
                .toList();
    }

    private FileStatus status(String place) throws DataException {
        return reached(place, (files, path) -> files.getFileStatus(path));
    }

    private List<FileStatus> entries(String place) throws DataException {
        return reached(place, (files, path) -> Arrays.asList(files.listStatus(path)));
    }

    private interface Question<T> {
        T of(FileSystem files, Path path) throws IOException;
    }

    private <T> T reached(String place, Question<T> question) throws DataException {
        try {
            Path path = DataPath.of(place, hadoop);
            FirstContact.with(path, hadoop);
            return question.of(path.getFileSystem(hadoop), path);
        } catch (FileNotFoundException e) {
            throw new DataException("There is no file or folder " + place + ".", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new DataException("Cannot read " + place + ": " + e.getMessage(), e);
        }
    }
}
