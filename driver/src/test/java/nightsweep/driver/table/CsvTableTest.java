package nightsweep.driver.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
    private static Table words(String... words) {
        return Table.of(
                "words",
                "Words",
                List.of(new Field<String>(Column.text("word"), Cell::text)),
                List.of(words),
                List.of());
    }

    @Test
    void quotesWhatNeedsIt() {
        assertThat(CsvTable.text(words("a,b", "say \"so\"", "two\nlines", "plain", "ürü ارقام")))
                .isEqualTo("word\n\"a,b\"\n\"say \"\"so\"\"\"\n\"two\nlines\"\nplain\nürü ارقام\n");
    }

    @Test
    void leavesMissingCellsEmpty() {
        Table table = new Table(
                "t",
                "T",
                List.of(Column.text("a"), Column.number("b")),
                List.of(List.of(Cell.missing(), Cell.score(Double.NaN))),
                List.of());

        assertThat(CsvTable.text(table)).isEqualTo("a,b\n,\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+relu", "-relu", "@here", "\tx", "-1-1", "=cmd|' /C calc'!A0"})
    void disarmsFormulas(String word) {
        assertThat(CsvTable.text(words(word)).replace("\"", "")).isEqualTo("word\n'" + word + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+0.5", "-1e-3", "-.5", "-", "+", "relu", "0.1"})
    void leavesNumbersAndLoneSigns(String word) {
        assertThat(CsvTable.text(words(word))).isEqualTo("word\n" + word + "\n");
    }
}
