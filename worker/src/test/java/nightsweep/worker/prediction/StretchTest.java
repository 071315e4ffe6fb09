package nightsweep.worker.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.TableColumns;
import nightsweep.experiments.outcome.ModelCard;
import nightsweep.experiments.outcome.ModelInputs;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.worker.dataset.csv.CsvSource;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables whose names of columns go over several lines, as spreadsheets write them. */
class StretchTest {
    private static final Configuration HADOOP = new Configuration();
    private static final String HEADING = "\"height\n(cm)\";\"the \"\"width\"\"\n\nof; all\";kind\n";

    @TempDir
    private Path folder;

    private static ModelCard card(TableColumns columns) {
        return new ModelCard(
                new TrialId("t-0123456789ab"),
                1,
                List.of("a", "b"),
                List.of(2),
                List.of(1.0),
                List.of(0.0),
                Optional.of(new ModelInputs(ModelInputs.Values.DOUBLE, Optional.of(columns))));
    }

    /** The names of columns as a model that was trained on this heading keeps them. */
    private TableColumns learnt(String heading) throws DataException {
        StringBuilder table = new StringBuilder(heading);
        for (int row = 0; row < 20; row++) {
            table.append(row * row % 7).append(';').append(row).append(row % 2 == 0 ? ";a\n" : ";b\n");
        }
        String place = write("train.csv", table.toString());
        DataSource.Csv csv = new DataSource.Csv(place, "", DataSource.Header.PRESENT, "kind", 0.2);
        return new CsvSource(HADOOP, csv, 1).read().columns().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void findsColumnsWhoseNamesHaveSeveralLinesWhereverTheFileIsCut(String end) throws Exception {
        ModelCard card = card(learnt(HEADING.replace("\n", end)));
        String swapped = "\"the \"\"width\"\"\n\nof; all\";\"height\n(cm)\"\n10;1\n20;2\n30;3\n";
        String place = write("rows.csv", swapped.replace("\n", end));

        assertThat(card.inputs().orElseThrow().columns().orElseThrow().names())
                .containsExactly("height\n(cm)", "the \"width\"\n\nof; all");
        for (long bytes = 1; bytes < 80; bytes++) {
            assertThat(read(place, bytes, card)).as("%s bytes", bytes).containsExactly(1.0, 10.0, 2.0, 20.0, 3.0, 30.0);
        }

        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(swapped.replace("\n", end).getBytes(StandardCharsets.UTF_8));
        }
        Path gzipped = Files.write(folder.resolve("rows.csv.gz"), packed.toByteArray());
        assertThat(read(gzipped.toString(), 10, card)).containsExactly(1.0, 10.0, 2.0, 20.0, 3.0, 30.0);
    }

    @Test
    void saysWhichNamesAreMissingOnOneLine() throws Exception {
        ModelCard card = card(learnt(HEADING));
        String place = write("rows.csv", "\"height\n(mm)\";\"the \"\"width\"\"\n\nof; all\"\n1;10\n");

        assertThatThrownBy(() -> read(place, 100, card))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("\"height (cm)\" is missing; \"height (mm)\" is too much. The model takes")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"height\n1;2\n3;4\n", "\"height\n"})
    void refusesANameThatDoesNotEnd(String text) throws Exception {
        ModelCard card = card(learnt(HEADING));
        String place = write("rows.csv", text);

        assertThatThrownBy(() -> read(place, 100, card))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("in its first line a quotation mark is opened and never closed");
    }

    @Test
    void takesInchMarksWithinNamesForWhatTheyAre() throws Exception {
        ModelCard card = card(learnt("height in \";5\"\" pipe;kind\n"));
        String place = write("rows.csv", "height in \";5\"\" pipe\n1;10\n2;20\n");

        assertThat(read(place, 7, card)).containsExactly(1.0, 10.0, 2.0, 20.0);
    }

    @Test
    void passesOverCommentsBeforeTheTableWhereverTheFileIsCut() throws Exception {
        TableColumns columns = new TableColumns(List.of("h", "w"), "kind", 2);
        for (String heading : List.of("h,w\n", "")) {
            String place = write("rows.csv", "# one, two, three\n#\n\n" + heading + "1,10\n2,20\n3,30\n");

            for (long bytes = 1; bytes < 50; bytes++) {
                assertThat(read(place, bytes, card(columns)))
                        .as("%s bytes", bytes)
                        .containsExactly(1.0, 10.0, 2.0, 20.0, 3.0, 30.0);
            }
        }
    }

    @Test
    void takesWhatTheFirstLineSaysAndPassesOverCommentsWhereverTheFileIsCut() throws Exception {
        TableColumns columns = new TableColumns(List.of("h", "w"), "kind", 2);
        Writing writing = new Writing("", "\"", "%", false, "windows-1252");
        for (String heading : List.of("h^w\n", "")) {
            String place = write("rows.csv", "sep=^\n" + heading + "1^10\n% so\n2^20\n\n3^30\n");

            for (long bytes = 1; bytes < 40; bytes++) {
                assertThat(read(place, bytes, card(columns), writing))
                        .as("%s bytes", bytes)
                        .containsExactly(1.0, 10.0, 2.0, 20.0, 3.0, 30.0);
            }
        }
    }

    @Test
    void refusesBytesThatAreNoText() throws Exception {
        Path file =
                Files.write(folder.resolve("rows.csv"), new byte[] {'h', ',', 'w', '\n', '1', ',', (byte) 0xe9, '\n'});
        ModelCard card = card(new TableColumns(List.of("h", "w"), "kind", 2));

        assertThatThrownBy(() -> read(file.toString(), 100, card))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("from byte 4 on a line is not UTF-8 text");
    }

    private List<Double> read(String place, long bytes, ModelCard card) throws IOException, DataException {
        return read(place, bytes, card, Writing.USUAL);
    }

    private List<Double> read(String place, long bytes, ModelCard card, Writing writing)
            throws IOException, DataException {
        List<Double> all = new ArrayList<>();
        List<Stretch> stretches = Stretch.of(HADOOP, place, bytes, card, writing, Labels.passedOver());
        Stretch.read(
                HADOOP,
                stretches,
                2,
                0,
                0,
                Long.MAX_VALUE,
                (values, labels, count, first) ->
                        Arrays.stream(values).limit(count * 2L).forEach(all::add));
        return all;
    }

    private String write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
