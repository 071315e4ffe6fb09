package nightsweep.driver.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.run.SweepRuns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trials that report their end and whose outcome is not in the run directory. */
class ForgottenOutcomesIT {
    private static final String IMPLEMENTATION = "spark.hadoop.fs.forgetful.impl";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void offer() throws IOException {
        System.setProperty(IMPLEMENTATION, ForgetfulFileSystem.class.getName());
        Files.writeString(folder.resolve("drill.yaml"), DrillSweep.text(1, 1, 100));
    }

    @AfterEach
    void withdraw() {
        System.clearProperty(IMPLEMENTATION);
        ForgetfulFileSystem.FORGETS.set(0);
    }

    @Test
    void areToldAndTriedAgain() throws Exception {
        assertThat(run(folder.resolve("whole").toString())).as(err.toString()).isZero();
        ForgetfulFileSystem.FORGETS.set(1);

        int code = run("forgetful://" + folder.resolve("again"));

        assertThat(code).as(err.toString()).isZero();
        assertThat(err.toString()).containsPattern("Trial t-[0-9a-f]+: .*It is tried again elsewhere\\.");
        assertThat(DrillSweep.tables(folder.resolve("again"))).isEqualTo(DrillSweep.tables(folder.resolve("whole")));
    }

    @Test
    void endNoRunAsIfAllWereWell() throws Exception {
        ForgetfulFileSystem.FORGETS.set(Integer.MAX_VALUE);

        int lost = run("forgetful://" + folder.resolve("lost"));

        assertThat(lost).as(err.toString()).isEqualTo(ExitCode.INCOMPLETE.number());
        assertThat(Files.readString(folder.resolve("lost/results.csv"))).contains("not run");
        ForgetfulFileSystem.FORGETS.set(0);
        assertThat(run("forgetful://" + folder.resolve("lost")))
                .as(err.toString())
                .isZero();
    }

    private int run(String place) {
        return Nightsweep.execute(
                new String[] {"run", folder.resolve("drill.yaml").toString(), "--out", place, "--master", "local[2]"},
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                SweepRuns::new);
    }
}
