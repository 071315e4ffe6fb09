package nightsweep.worker.dataset.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.worker.dataset.DataException;
import nightsweep.worker.dataset.file.DataFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads one table: UTF-8, cells apart by commas, quoted where they hold one. */
record CsvReader(DataFile file, DataSource.Csv csv) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** All rows. */
    CsvTable read() throws DataException {
        return file.read(this::read);
    }

    private CsvTable read(InputStream in) throws IOException, DataException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .build();
        try (CSVParser parser = new CSVParser(text(in), format)) {
            return table(parser);
        } catch (UncheckedIOException e) {
            throw malformed(e.getCause());
        } catch (CharacterCodingException e) {
            throw malformed(e);
        }
    }

    private DataException malformed(@Nullable IOException cause) {
        return file.fault(cause instanceof CharacterCodingException ? "it is not UTF-8 text" : String.valueOf(cause));
    }

    private CsvTable table(CSVParser parser) throws DataException {
        CsvRows rows = null;
        for (CSVRecord record : parser) {
            List<String> cells = record.toList();
            if (cells.stream().allMatch(String::isBlank) && cells.size() == 1) {
                continue;
            }
            if (rows == null) {
                rows = new CsvRows(file, csv, cells);
                if (csv.header() == DataSource.Header.PRESENT) {
                    continue;
                }
            }
            rows.add(cells, parser.getCurrentLineNumber());
        }
        if (rows == null) {
            throw file.fault("it is empty");
        }
        return rows.table();
    }

    /** Other than a reader's default, bytes that are no UTF-8 are a fault, not question marks. */
    private static Reader text(InputStream in) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }
}
