package nightsweep.driver.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.run.SweepRuns;
import nightsweep.experiments.json.OutcomeFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that fills up while a run lasts: a clear word, nothing torn, and on it goes when there is room. */
class FullDiskIT {
    private static final String IMPLEMENTATION = "spark.hadoop.fs.full.impl";
    private static final int TRIALS = 12;

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @BeforeEach
    void offer() throws IOException {
        System.setProperty(IMPLEMENTATION, FullFileSystem.class.getName());
        Files.writeString(folder.resolve("drill.yaml"), DrillSweep.text(2, 2, 300));
    }

    @AfterEach
    void withdraw() {
        System.clearProperty(IMPLEMENTATION);
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 9_000})
    void goesOnWhenThereIsRoom(long room) throws Exception {
        assertThat(run(folder.resolve("whole").toString())).as(err.toString()).isZero();
        String place = "full://" + folder.resolve("filled");
        FullFileSystem.ROOM.set(room);

        int code = run(place);

        assertThat(code).as(err.toString()).isEqualTo(ExitCode.BAD_RUN_DIRECTORY.number());
        assertThat(err.toString())
                .contains("Cannot write to ", "the disk is full (", "Make room and give the same command again");
        int kept = intactOutcomes(folder.resolve("filled"));
        assertThat(kept).isLessThan(TRIALS);
        FullFileSystem.ROOM.set(Long.MAX_VALUE / 2);
        assertThat(run(place)).as(err.toString()).isZero();
        assertThat(err.toString()).doesNotContain("The trial counts as not run.");
        assertThat(DrillSweep.tables(folder.resolve("filled"))).isEqualTo(DrillSweep.tables(folder.resolve("whole")));
    }

    @Test
    @Tag("drill")
    void goesOnAfterARealDiskWasFull() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                mount("mount", "-t", "tmpfs", "-o", "size=192k", "tmpfs", disk.toString()),
                "A tmpfs cannot be mounted here.");
        try {
            assertThat(run(folder.resolve("whole").toString())).isZero();
            Path ballast = Files.write(disk.resolve(".ballast"), new byte[112 << 10]);

            int code = run(disk.resolve("run").toString());

            assertThat(code).as(err.toString()).isEqualTo(ExitCode.BAD_RUN_DIRECTORY.number());
            assertThat(err.toString()).contains("the disk is full (");
            int kept = intactOutcomes(disk.resolve("run"));
            Files.delete(ballast);
            assertThat(mount("mount", "-o", "remount,size=8m", disk.toString())).isTrue();
            assertThat(run(disk.resolve("run").toString())).as(err.toString()).isZero();
            assertThat(DrillSweep.tables(disk.resolve("run"))).isEqualTo(DrillSweep.tables(folder.resolve("whole")));
            System.out.printf("full disk drill: %d of %d trials were kept when the disk was full%n", kept, TRIALS);
        } finally {
            boolean ignored = mount("umount", "-l", disk.toString());
        }
    }

    /** Every outcome file that there is must be whole. */
    private static int intactOutcomes(Path run) throws Exception {
        Map<String, Path> outcomes = DrillSweep.outcomes(run);
        for (Map.Entry<String, Path> one : outcomes.entrySet()) {
            assertThat(OutcomeFile.read(
                                    Files.readString(one.getValue()),
                                    one.getValue().toString())
                            .id()
                            .text())
                    .isEqualTo(one.getKey());
        }
        return outcomes.size();
    }

    private int run(String place) {
        return Nightsweep.execute(
                new String[] {"run", folder.resolve("drill.yaml").toString(), "--out", place, "--master", "local[1]"},
                new PrintWriter(new StringWriter(), true),
                new PrintWriter(err, true),
                SweepRuns::new);
    }

    private static boolean mount(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
