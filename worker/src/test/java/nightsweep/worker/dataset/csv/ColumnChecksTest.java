package nightsweep.worker.dataset.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.ColumnRule;
import nightsweep.experiments.dataset.ColumnUse;
import nightsweep.experiments.dataset.DataRemark;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.Fill;
import nightsweep.experiments.dataset.Preparing;
import nightsweep.experiments.dataset.TargetKind;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.Outline;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said and doubted of columns. */
class ColumnChecksTest {
    @TempDir
    private Path folder;

    private Outline outline(String text, Preparing preparing, TargetKind target) throws Exception {
        Path file = Files.writeString(folder.resolve("t.csv"), text);
        return new CsvSource(
                        new Configuration(),
                        new DataSource.Csv(file.toString(), "", DataSource.Header.PRESENT, "y", 0.2, preparing, target),
                        1)
                .outline();
    }

    private static Preparing saying(List<ColumnRule> rules, List<String> missing) {
        return new Preparing(rules, missing, new Fill.Mean(), Preparing.MissingFlags.NONE, 100);
    }

    private static String rows(String heading, java.util.function.IntFunction<String> row) {
        StringBuilder text = new StringBuilder(heading + "\n");
        for (int i = 0; i < 30; i++) {
            text.append(row.apply(i)).append('\n');
        }
        return text.toString();
    }

    @Test
    void doubtsColumnsThatSayTheNumberInAnotherUnit() throws Exception {
        Outline outline = outline(
                rows(
                        "celsius,fahrenheit,noise,y",
                        i -> i * 1.7 + "," + (32 + 1.8 * i * 1.7) + "," + i * i % 7 + "," + (273.15 + i * 1.7)),
                Preparing.USUAL,
                TargetKind.NUMBER);

        assertThat(outline.remarks())
                .filteredOn(remark -> remark.doubt() == Doubt.LEAKED_LABEL)
                .extracting(DataRemark::message)
                .singleElement()
                .asString()
                .startsWith("column \"celsius\" and column \"fahrenheit\" say the same as column \"y\" in every row, in"
                        + " another unit");
    }

    @Test
    void doubtsNoColumnThatIsNearlyTheNumber() throws Exception {
        Outline outline =
                outline(rows("x,y", i -> (i + 0.001 * (i * i % 5)) + "," + i), Preparing.USUAL, TargetKind.NUMBER);

        assertThat(outline.remarks()).noneMatch(remark -> remark.doubt() == Doubt.LEAKED_LABEL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2-9", "0-1", "4-5"})
    void refusesRangesBeyondTheColumns(String range) {
        Preparing preparing = saying(List.of(new ColumnRule(range, ColumnUse.IGNORED)), List.of());

        assertThatThrownBy(() ->
                        outline(rows("a,b,y", i -> i + "," + i * i + "," + i % 2), preparing, TargetKind.CLASS))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("columns");
    }

    @Test
    void tellsThatMarksOfMissingCellsReplaceTheUsualOnes() throws Exception {
        Outline outline = outline(
                rows("a,y", i -> (i == 3 ? "-999" : i) + "," + i % 2),
                saying(List.of(), List.of("-999", "?")),
                TargetKind.CLASS);

        assertThat(outline.notes())
                .contains(
                        "Missing are empty cells and -999, ?, as missing says; #n/a, n/a, na, nan, null are not, unless"
                                + " named there.");
    }

    @Test
    void readsMoneyAndDurationsAsNumbers() throws Exception {
        Outline outline = outline(
                rows("price,time,y", i -> "\"$1," + (100 + i) + ".50\",0:0" + i % 10 + ":30," + i % 2),
                Preparing.USUAL,
                TargetKind.CLASS);

        assertThat(outline.columns()).extracting(column -> column.use()).containsExactly("number", "number", "label");
        assertThat(outline.columns().get(0).range()).isEqualTo("1100.5 to 1129.5");
        assertThat(outline.columns().get(1).range()).isEqualTo("30 to 570");
        assertThat(outline.notes())
                .anyMatch(note -> note.contains("has numbers with $, which is left out"))
                .anyMatch(note -> note.contains("is in hours, minutes and seconds, which become seconds"));
    }
}
