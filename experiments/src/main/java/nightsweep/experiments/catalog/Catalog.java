package nightsweep.experiments.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;

/** The sweeps that ship with the product, by name. */
public final class Catalog {
    static final String SUFFIX = ".yaml";
    private static final String FOLDER = "nightsweep/catalog";

    private Catalog() {}

    /** All of them, by name. */
    public static List<CatalogEntry> entries() {
        try {
            // Beside the classes, in whatever jar or folder they are: so there is no list to keep in step.
            Path home = Path.of(Catalog.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(home)) {
                return entries(home.resolve(FOLDER));
            }
            try (FileSystem jar = FileSystems.newFileSystem(home)) {
                return entries(jar.getPath(FOLDER));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the catalog.", e);
        } catch (URISyntaxException e) {
            throw new AssertionError("Code stands at a URI.", e);
        }
    }

    /** The one of that name. */
    public static Optional<CatalogEntry> find(String name) {
        return entries().stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    private static List<CatalogEntry> entries(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(file -> file.toString().endsWith(SUFFIX)).toList();
        }
        List<CatalogEntry> entries = new ArrayList<>();
        for (Path file : files) {
            entries.add(entry(file.getFileName().toString(), Files.readString(file)));
        }
        entries.sort(Comparator.comparing(CatalogEntry::name));
        return entries;
    }

    private static CatalogEntry entry(String fileName, String text) {
        try {
            String description = SweepFile.parse(text, fileName).description();
            String summary = description.lines().findFirst().orElse("");
            return new CatalogEntry(fileName.substring(0, fileName.length() - SUFFIX.length()), summary, text);
        } catch (SweepFileException e) {
            throw new AssertionError("A shipped sweep is read by a test of the build.", e);
        }
    }
}
