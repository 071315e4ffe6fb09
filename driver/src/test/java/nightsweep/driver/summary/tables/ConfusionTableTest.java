package nightsweep.driver.summary.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import nightsweep.driver.table.CsvTable;
import nightsweep.driver.table.Table;
import nightsweep.experiments.outcome.ConfusionMatrix;
import org.junit.jupiter.api.Test;

class ConfusionTableTest {
    @Test
    void hasActualClassesInRows() {
        ConfusionMatrix confusion = ConfusionMatrix.of(List.of("actual", "b"), new long[][] {{1, 2}, {3, 4}});

        assertThat(CsvTable.text(ConfusionTable.of(confusion)))
                .isEqualTo("actual,predicted-actual,predicted-b\nactual,1,2\nb,3,4\n");
    }

    @Test
    void showsTheMostFrequentMistakesOfManyClasses() {
        List<String> labels = IntStream.range(0, 21).mapToObj(i -> "c" + i).toList();
        long[][] counts = new long[21][21];
        counts[3][3] = 100;
        counts[3][4] = 2;
        counts[20][0] = 7;

        Table shown = ConfusionTable.onScreen(ConfusionMatrix.of(labels, counts), "Confusion");

        assertThat(shown.title()).isEqualTo("Confusion: the most frequent mistakes");
        assertThat(CsvTable.text(shown)).isEqualTo("actual,predicted,count\nc20,c0,7\nc3,c4,2\n");
    }
}
