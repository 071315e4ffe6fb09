package nightsweep.benchmark.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nightsweep.experiments.search.choice.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableBenchmarkTest {
    @TempDir
    private Path folder;

    private List<String> told(Method method) throws IOException {
        List<String> told = new ArrayList<>();
        new TableBenchmark(folder, List.of(method), 2, 1).run(told::add);
        return told;
    }

    @Test
    void tellsRegretByFamily() throws IOException {
        Files.writeString(
                folder.resolve("hpobench-a.csv"), "x,op,y1,y2\n1,u,0.5,0.7\n2,u,0.9,0.9\n1,v,0.2,0.2\n2,v,0.1,\n");
        Files.writeString(folder.resolve("summary.csv"), "task\n1\n");

        assertThat(told(Method.GRID))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("summary.csv is passed over: no family of tables that is known."),
                        line -> assertThat(line).startsWith("hpobench: 1 tables x 2 seeds"),
                        line -> assertThat(line).contains("0.000 / 0.000 / 0.000  4 distinct of 100"));
    }

    @Test
    void seesLossesAsLess() throws IOException {
        StringBuilder rows = new StringBuilder("x,y1\n");
        for (int i = 1; i <= 200; i++) {
            rows.append(i).append(',').append(1 + Math.abs(i - 140)).append('\n');
        }
        Files.writeString(folder.resolve("fcnet-a.csv"), rows);

        assertThat(told(Method.GRID).get(1)).contains("100 distinct of 100");
        assertThat(told(Method.TPE).get(1)).contains("/ 0.000  100 distinct of 100");
    }

    @Test
    void refusesWhatIsNoTable() throws IOException {
        Path absent = folder.resolve("absent");
        assertThatThrownBy(() -> new TableBenchmark(absent, List.of(Method.TPE), 2, 1).run(line -> {}))
                .hasMessage(absent + " is no folder: name the one that the CSV files lie in.");
        assertThatThrownBy(() -> told(Method.TPE)).hasMessageContaining("There is no table in " + folder);

        Files.writeString(folder.resolve("fcnet-a.csv"), "a,b,y1\n1,1,1\n2,2,2\n");

        assertThatThrownBy(() -> told(Method.TPE))
                .hasMessage("fcnet-a is not a whole table: it has 2 rows of 4 combinations of its settings.");
    }
}
