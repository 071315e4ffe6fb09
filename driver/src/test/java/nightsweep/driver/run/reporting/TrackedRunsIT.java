package nightsweep.driver.run.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.run.SweepRuns;
import nightsweep.experiments.yaml.Place;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.Tree;
import nightsweep.experiments.yaml.TreeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run in a file store, read as MLflow's published layout says. */
class TrackedRunsIT {
    private static final String SWEEP = """
            name: tracked
            description: It's "tracked".
            dataset: {name: xor, train: 100, test: 100, validation: 0.2}
            network:
              - dense: {units: 4, activation: tanh}
              - output: {units: $units, loss: cross-entropy}
            training: {epochs: 3, batch-size: 10}
            grid: {units: [2, 1]}
            repeats: 2
            """;

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();

    @Test
    void writesParentChildrenAndWhatTheyMeasured() throws IOException {
        Files.writeString(folder.resolve("tracked.yaml"), SWEEP);
        Path run = folder.resolve("it's a run");
        Path store = folder.resolve("store");
        command("run", folder.resolve("tracked.yaml").toString(), "--out", run.toString(), "--master", "local[2]");

        int code = report(run, store);

        assertThat(code).as(said.toString()).isEqualTo(ExitCode.SOME_FAILED.number());
        Path experiment = only(folders(store));
        Map<String, String> experimentMeta = meta(experiment);
        assertThat(experimentMeta)
                .containsEntry("name", "tracked")
                .containsEntry("experiment_id", name(experiment))
                .containsEntry("artifact_location", location(experiment))
                .containsEntry("lifecycle_stage", "active")
                .containsKeys("creation_time", "last_update_time");
        List<Path> runs = folders(experiment);
        assertThat(runs).hasSize(1 + 4);
        assertThat(runs)
                .allSatisfy(one -> assertThat(meta(one))
                        .containsEntry("run_id", name(one))
                        .containsEntry("run_uuid", name(one))
                        .containsEntry("experiment_id", name(experiment))
                        .containsEntry("artifact_uri", location(one.resolve("artifacts"))));
        Path parent = only(runs.stream()
                .filter(one -> !Files.exists(one.resolve("tags/mlflow.parentRunId")))
                .toList());
        assertThat(meta(parent)).containsEntry("status", "3").containsEntry("run_name", run.toString());
        assertThat(parent.resolve("artifacts/report.html")).hasSameTextualContentAs(run.resolve("report.html"));
        assertThat(parent.resolve("artifacts/results.csv")).hasSameTextualContentAs(run.resolve("results.csv"));
        assertThat(parent.resolve("artifacts/sweep.yaml")).isNotEmptyFile();
        assertThat(parent.resolve("params/repeats")).hasContent("2");
        assertThat(Files.readString(parent.resolve("metrics/completed"))).matches("[0-9]+ 2\\.0 0\n");

        List<Path> completed = runs.stream()
                .filter(one -> Files.exists(one.resolve("metrics/test-accuracy")))
                .toList();
        assertThat(completed).hasSize(2);
        for (Path child : completed) {
            assertThat(child.resolve("tags/mlflow.parentRunId")).hasContent(name(parent));
            assertThat(child.resolve("params/units")).hasContent("2");
            assertThat(meta(child)).containsEntry("status", "3");
            List<String[]> losses = points(child.resolve("metrics/validation-loss"));
            assertThat(losses).extracting(point -> point[2]).containsExactly("1", "2", "3");
            assertThat(losses)
                    .extracting(point -> Long.parseLong(point[0]))
                    .isSorted()
                    .allSatisfy(millis -> assertThat(millis)
                            .isBetween(
                                    Long.parseLong(meta(child).getOrDefault("start_time", "")),
                                    Long.parseLong(meta(child).getOrDefault("end_time", ""))));
            String outcome = Files.readString(child.resolve("artifacts/outcome.json"));
            assertThat(losses).allSatisfy(point -> assertThat(outcome).contains("\"validation-loss\" : " + point[1]));
        }
        assertThat(runs.stream().filter(one -> one != parent && !completed.contains(one)))
                .hasSize(2)
                .allSatisfy(one -> assertThat(meta(one)).containsEntry("status", "4"));
    }

    @Test
    void keepsWhatOthersPutThereAndTakesAwayWhatIsNoMore() throws IOException {
        Files.writeString(folder.resolve("tracked.yaml"), SWEEP.replace("[2, 1]", "[2]"));
        Path run = folder.resolve("run");
        Path store = folder.resolve("store");
        command("run", folder.resolve("tracked.yaml").toString(), "--out", run.toString(), "--master", "local[2]");
        report(run, store);
        Path experiment = only(folders(store));
        Files.createDirectories(store.resolve("7/others"));
        Path other = Files.createDirectories(experiment.resolve("another"));
        try (Stream<Path> outcomes = Files.walk(run.resolve("journal"))) {
            Files.delete(outcomes.filter(file -> file.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow());
        }

        report(run, store);

        assertThat(store.resolve("7/others")).isDirectory();
        assertThat(other).isDirectory();
        assertThat(folders(experiment)).hasSize(1 + 1 + 1);
    }

    @Test
    void wantsAFolderAndSaysWhatItIsFor() {
        assertThat(command("report", "anywhere", "--format", "mlflow")).isEqualTo(ExitCode.USAGE.number());
        assertThat(command("report", "anywhere", "--out", "there")).isEqualTo(ExitCode.USAGE.number());

        assertThat(said.toString())
                .contains("--format mlflow needs a folder to write to: --out FOLDER.")
                .contains("--out is for --format mlflow; tables stand in the run directory.");
    }

    private int report(Path run, Path store) {
        return command("report", run.toString(), "--format", "mlflow", "--out", store.toString());
    }

    private int command(String... arguments) {
        PrintWriter heard = new PrintWriter(said);
        return Nightsweep.execute(arguments, heard, heard, SweepRuns::new);
    }

    private static List<Path> folders(Path in) throws IOException {
        try (Stream<Path> all = Files.list(in)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static Path only(List<Path> paths) {
        assertThat(paths).hasSize(1);
        return paths.get(0);
    }

    private static String location(Path path) {
        return path.toUri().toString().replaceAll("/$", "");
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static Map<String, String> meta(Path of) throws IOException {
        Tree tree = TreeReader.read(Files.readString(of.resolve("meta.yaml")), new Place(0, ""), new Problems());
        Map<String, String> values = new LinkedHashMap<>();
        ((Tree.Mapping) tree)
                .entries()
                .forEach((key, value) -> values.put(key, value instanceof Tree.Scalar scalar ? scalar.text() : ""));
        return values;
    }

    /** Time in milliseconds, value and step. */
    private static List<String[]> points(Path metric) throws IOException {
        return Files.readAllLines(metric).stream()
                .map(line -> line.split(" ", -1))
                .peek(point -> assertThat(point).hasSize(3))
                .toList();
    }
}
