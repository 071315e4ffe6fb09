package nightsweep.benchmark.search;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file with a header.
 *
 * @param name of the file, without its endings
 */
public record Rows(String name, List<String> header, List<CSVRecord> records) {
    private static final String CSV = ".csv";
    private static final String PACKED = ".csv.gz";

    /**
     * The CSV files of a folder, packed or not, by name.
     *
     * @throws IOException where it is none, or cannot be read
     */
    public static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + " is no folder: name the one that the CSV files lie in.");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            file.toString().endsWith(CSV) || file.toString().endsWith(PACKED))
                    .sorted()
                    .toList();
        }
    }

    /** The name of a file without its endings. */
    public static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - (name.endsWith(PACKED) ? PACKED : CSV).length());
    }

    public static Rows of(Path file) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
                Reader text = new InputStreamReader(
                        file.toString().endsWith(PACKED) ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8);
                CSVParser parser = CSVParser.parse(
                        text,
                        CSVFormat.DEFAULT
                                .builder()
                                .setHeader()
                                .setSkipHeaderRecord(true)
                                .build())) {
            return new Rows(name(file), List.copyOf(parser.getHeaderNames()), parser.getRecords());
        }
    }
}
