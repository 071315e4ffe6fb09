package nightsweep.driver.run.bundling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.run.SweepRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is made, put into one file, and asked about there. */
class BundlingIT {
    private static final String SWEEP = """
            name: planes
            dataset: {name: xor, train: 200, test: 100, validation: 0.2}
            network:
              - dense: {units: 6, activation: $activation}
              - output: {units: 1, loss: binary-cross-entropy}
            training: {epochs: 2, batch-size: 10, optimizer: adam, learning-rate: 0.05}
            grid: {activation: [tanh, relu]}
            repeats: 2
            seed: 3
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void isAsGoodAsTheRunDirectoryForWhoeverReads() throws IOException {
        Path sweep = Files.writeString(folder.resolve("planes.yaml"), SWEEP);
        Path run = folder.resolve("run");
        execute("run", sweep.toString(), "--master", "local[1]", "--out", run.toString());
        Files.writeString(run.resolve("mine.txt"), "not of the run");
        Map<String, String> before = content(run);
        Path file = folder.resolve("kept/night.zip");

        assertThat(execute("bundle", run.toString(), "--out", file.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains(
                        "4 outcomes",
                        "data: xor, checksum ",
                        "not in it: 1 saved model (--models)",
                        "not in it: what is none of the run's: mine.txt");
        byte[] bytes = Files.readAllBytes(file);
        execute("bundle", run.toString(), "--out", file.toString());
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        assertThat(content(run)).isEqualTo(before);

        assertSameAnswers(run, file, "status");
        assertSameAnswers(run, file, "report");
        assertThat(execute("verify", file.toString(), "--trials", "1", "--seed", "1"))
                .as(err.toString())
                .isZero();
        assertThat(err.toString()).contains("The bundle is whole: each of its ");
        assertThat(execute("compare", run.toString(), file.toString())).isZero();
        assertThat(folder.resolve("kept/compare.html")).exists();
        assertThat(execute("best", file.toString())).isZero();
        Path store = folder.resolve("mlruns");
        assertThat(execute("report", file.toString(), "--format", "mlflow", "--out", store.toString()))
                .isZero();
        assertThat(store).isNotEmptyDirectory();

        String refused = file + " is a bundle, which is only read. Unpack it and name the folder: unzip " + file
                + " makes the folder planes.";
        for (String[] writing : new String[][] {
            {"run", sweep.toString(), "--master", "local[1]", "--out", file.toString()},
            {"retry", file.toString(), "--failed", "--master", "local[1]"},
            {"refit", file.toString()},
            {"report", file.toString(), "--format", "latex"},
            {"report", file.toString(), "--trials", "all"}
        }) {
            assertThat(execute(writing)).isEqualTo(ExitCode.BAD_RUN_DIRECTORY.number());
            assertThat(err.toString()).contains(refused);
        }
        assertThat(execute("bundle", file.toString())).isEqualTo(ExitCode.USAGE.number());
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);

        Path unpacked = unpacked(file);
        assertThat(execute("run", sweep.toString(), "--master", "local[1]", "--out", unpacked.toString()))
                .as(err.toString())
                .isZero();
        assertThat(Files.readString(unpacked.resolve("results.csv")))
                .isEqualTo(Files.readString(run.resolve("results.csv")));

        refusesWhatIsNotToBeReplaced(run, sweep);
        refusesADamagedOne(file, bytes);
        endsOtherwiseWhereAnOutcomeIsDamaged(run);
    }

    private void refusesWhatIsNotToBeReplaced(Path run, Path sweep) throws IOException {
        assertThat(execute("bundle", run.toString(), "--out", sweep.toString())).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString()).contains("is no bundle that this one could take the place of");
        assertThat(sweep).content().isEqualTo(SWEEP);
        assertThat(execute("bundle", run.toString(), "--out", run.toString())).isEqualTo(ExitCode.USAGE.number());
        assertThat(execute("bundle", folder.resolve("absent").toString()))
                .isEqualTo(ExitCode.BAD_RUN_DIRECTORY.number());
        assertThat(err.toString()).contains("There is no run at ");
    }

    private void refusesADamagedOne(Path file, byte[] bytes) throws IOException {
        byte[] damaged = bytes.clone();
        damaged[damaged.length / 3] ^= 1;
        Files.write(file, damaged);

        assertThat(execute("verify", file.toString(), "--trials", "1")).isEqualTo(ExitCode.BAD_RUN_DIRECTORY.number());
        assertThat(err.toString()).contains("it was changed or damaged on its way");
        for (String command : new String[] {"status", "report", "verify"}) {
            assertThat(execute(command, folder.resolve("planes.yaml").toString()))
                    .isEqualTo(ExitCode.BAD_RUN_DIRECTORY.number());
            assertThat(err.toString()).contains("it is a file, and no bundle");
        }
    }

    private void endsOtherwiseWhereAnOutcomeIsDamaged(Path run) throws IOException {
        try (Stream<Path> files = Files.walk(run.resolve("journal"))) {
            Path outcome = files.filter(file -> file.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(outcome, Files.readString(outcome).replace("\"epochs\"", "\"epoch\""));
        }

        assertThat(execute("report", run.toString())).isEqualTo(ExitCode.INCOMPLETE.number());
        assertThat(err.toString()).contains("The trial counts as not run.");
    }

    private void assertSameAnswers(Path run, Path file, String command) {
        assertThat(execute(command, run.toString())).isZero();
        String ofRun = out.toString();
        assertThat(execute(command, file.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).isEqualTo(ofRun);
    }

    private Path unpacked(Path file) throws IOException {
        Path into = folder.resolve("unpacked");
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path place = into.resolve(entry.getName());
                Files.createDirectories(place.getParent());
                Files.write(place, zip.readAllBytes());
            }
        }
        return into.resolve("planes");
    }

    private static Map<String, String> content(Path run) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(run)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    content.put(
                            run.relativize(file).toString(), Files.getLastModifiedTime(file) + " " + Files.size(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return content;
    }

    private int execute(String... command) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Nightsweep.execute(command, new PrintWriter(out), new PrintWriter(err), SweepRuns::new);
    }
}
