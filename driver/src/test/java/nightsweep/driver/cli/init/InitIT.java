package nightsweep.driver.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.run.SweepRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What init writes is trained as it is. */
class InitIT {
    @TempDir
    private Path folder;

    @Test
    void writesASweepThatLearnsFromATable() throws IOException {
        StringBuilder rows = new StringBuilder("kind,length,weight,age\n");
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (int i = 0; i < 150; i++) {
            int kind = i % 3;
            rows.append(String.format(
                    Locale.ROOT,
                    "%s,%.2f,%.1f,%.3f%n",
                    "ABC".charAt(kind),
                    3 * kind + random.nextGaussian(),
                    1_000 - 500 * kind + 100 * random.nextGaussian(),
                    random.nextGaussian()));
        }
        Path table = Files.writeString(folder.resolve("animals.csv"), rows);
        Path sweep = folder.resolve("animals.yaml");
        Path run = folder.resolve("run");

        int made = execute("init", table.toString(), "--out", sweep.toString());
        int trained =
                execute("run", sweep.toString(), "--set", "repeats=1", "--master", "local[2]", "--out", run.toString());

        assertThat(made).isEqualTo(ExitCode.DONE.number());
        assertThat(trained).isEqualTo(ExitCode.DONE.number());
        List<String> results = Files.readAllLines(run.resolve("results.csv"));
        int column = cells(results.get(0)).indexOf("test-accuracy");
        assertThat(Double.parseDouble(cells(results.get(1)).get(column))).isGreaterThan(0.8);
    }

    private static List<String> cells(String line) {
        return List.of(line.split(",", -1));
    }

    private static int execute(String... command) {
        StringWriter err = new StringWriter();
        int code =
                Nightsweep.execute(command, new PrintWriter(new StringWriter()), new PrintWriter(err), SweepRuns::new);
        assertThat(code).as(err.toString()).isEqualTo(ExitCode.DONE.number());
        return code;
    }
}
