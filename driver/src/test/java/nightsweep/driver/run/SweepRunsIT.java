package nightsweep.driver.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.cli.console.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs in local mode, through the command line. */
class SweepRunsIT {
    private static final String SWEEP = """
            name: planes
            dataset: {name: $shape, train: 200, test: 100}
            network:
              - dense: {units: 6, activation: $activation, dropout: 0.1}
              - output: {units: 1, loss: binary-cross-entropy}
            training: {epochs: 3, batch-size: 10, optimizer: adam, learning-rate: 0.03}
            grid:
              shape: [circle, xor]
              activation: [tanh, relu]
            repeats: 2
            seed: 3
            """;

    /** The second configuration cannot be trained: one output unit under cross-entropy. */
    private static final String PARTLY_INVALID = """
            name: widths
            dataset: {name: xor, train: 100, test: 100}
            network:
              - output: {units: $units, loss: cross-entropy}
            training: {epochs: 1, batch-size: 10, optimizer: sgd, learning-rate: 0.1}
            grid: {units: [2, 1]}
            """;

    private static final String DIVERGING = """
            name: diverging
            dataset: {name: xor, train: 100, test: 100}
            network:
              - dense: {units: 8, activation: relu}
              - output: {units: 1, loss: squared-error, activation: identity}
            training: {epochs: 5, batch-size: 10, optimizer: sgd, learning-rate: $rate}
            grid: {rate: [0.001, 1e6]}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeSweeps() throws IOException {
        Files.writeString(folder.resolve("planes.yaml"), SWEEP);
        Files.writeString(folder.resolve("many.yaml"), PARTLY_INVALID.replace("[2, 1]", "[2]") + "repeats: 30\n");
        Files.writeString(folder.resolve("widths.yaml"), PARTLY_INVALID);
        Files.writeString(folder.resolve("diverging.yaml"), DIVERGING);
    }

    @Test
    void givesTheSameTablesOnAnyNumberOfSlots() throws IOException {
        int one = run("planes.yaml", "one", "--master", "local[1]");
        int two = run("planes.yaml", "two", "--master", "local[2]");

        assertThat(List.of(one, two)).as(err.toString()).containsOnly(ExitCode.DONE.number());
        assertThat(tables("one").keySet())
                .contains("results.csv", "configurations.csv", "classes.csv", "axis-shape.csv", "axis-activation.csv");
        assertThat(tables("two")).isEqualTo(tables("one"));
        assertThat(Files.readAllLines(folder.resolve("one/results.csv"))).hasSize(1 + 8);
    }

    @Test
    void goesOnWhereItStopped() throws IOException {
        run("planes.yaml", "run", "--master", "local[2]");
        Map<String, String> whole = tables("run");
        List<Path> outcomes = outcomes("run");
        Files.delete(outcomes.get(0));
        Files.writeString(outcomes.get(1), "{\"format\": 1, ");

        int code = run("planes.yaml", "run", "--master", "local[2]");

        assertThat(code).isEqualTo(ExitCode.DONE.number());
        assertThat(err.toString()).contains("6 trials ended before; 2 still to be run.");
        assertThat(tables("run")).isEqualTo(whole);
    }

    @Test
    void savesTheBestModelAndMeasuresItToTheSameDigits() throws IOException {
        run("planes.yaml", "run", "--master", "local[2]");
        List<Path> models = files("model.zip");
        assertThat(models).hasSize(1);
        assertThat(folder.resolve("run/networks")).isEmptyDirectory();
        Path model = models.get(0);
        String id = String.valueOf(model.getName(model.getNameCount() - 2));
        out.getBuffer().setLength(0);

        int best = command("best", folder.resolve("run").toString());
        int evaluated = command("evaluate", model.toString());
        Files.writeString(folder.resolve("points.csv"), "x,y\n0,0\n0.9,-0.9\n");
        int predicted = command(
                "predict", model.toString(), folder.resolve("points.csv").toString());

        assertThat(List.of(best, evaluated, predicted)).as(err.toString()).containsOnly(0);
        String outcome = Files.readString(outcome("run", id));
        Matcher loss = Pattern.compile("\"test\" : \\{\\s+\"loss\" : ([^,]+),").matcher(outcome);
        assertThat(loss.find()).isTrue();
        assertThat(out.toString())
                .contains(id, "  model: " + model)
                .contains("Loss " + loss.group(1) + ", accuracy ")
                .contains("weighted avg")
                .containsPattern("example,predicted,probability,probability of '?-1,probability of 1\n0,")
                .containsPattern("\n1,-?1,0\\.[0-9]+,0\\.[0-9]+,0\\.");
    }

    private List<Path> files(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("run/trials"))) {
            return files.filter(file -> file.endsWith(name)).toList();
        }
    }

    @Test
    void savesWhatItIsAskedTo() throws IOException {
        run("planes.yaml", "run", "--master", "local[2]", "--save-models", "none");
        assertThat(files("model.zip")).isEmpty();
        assertThat(folder.resolve("run/networks"))
                .satisfiesAnyOf(
                        networks -> assertThat(networks).doesNotExist(),
                        networks -> assertThat(networks).isEmptyDirectory());

        Files.move(folder.resolve("run"), folder.resolve("before"));
        run("planes.yaml", "run", "--master", "local[2]", "--save-models", "all");

        assertThat(files("model.zip")).hasSize(8);
        assertThat(folder.resolve("run/networks")).isEmptyDirectory();
    }

    @Test
    void makesTablesAgain() throws IOException {
        run("planes.yaml", "run", "--master", "local[2]");
        Map<String, String> whole = tables("run");
        Files.delete(folder.resolve("run/results.csv"));

        int code = command("report", folder.resolve("run").toString());

        assertThat(code).isEqualTo(ExitCode.DONE.number());
        assertThat(tables("run")).isEqualTo(whole);
    }

    @Test
    void leavesTwoFilesATrialFromWhichFoldersAreMade() throws IOException {
        run("many.yaml", "run", "--master", "local[2]");

        assertThat(names("run/journal")).hasSize(2 * 30).allMatch(name -> name.matches("t-[0-9a-f]{12}\\.(json|zip)"));
        assertThat(names("run/running")).isEmpty();
        assertThat(names("run/networks")).isEmpty();
        assertThat(folders()).hasSize(24);
        assertThat(err.toString())
                .contains("24 of 30 trials have a folder in trials: the best,", " --trials ID, or all.");
        Map<String, String> before = tables("run");

        assertThat(command("report", folder.resolve("run").toString(), "--trials", "1,2"))
                .isZero();
        assertThat(command("report", folder.resolve("run").toString(), "--trials", "all"))
                .isZero();

        assertThat(folders())
                .hasSize(30)
                .allSatisfy(trial -> assertThat(trial)
                        .isDirectoryContaining("glob:**/roc.csv")
                        .isDirectoryContaining("glob:**/border.svg")
                        .isDirectoryContaining("glob:**/trial.log"));
        assertThat(tables("run")).containsAllEntriesOf(before);
        assertThat(command("report", folder.resolve("run").toString(), "--trials", "31"))
                .isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString()).contains("There is no trial 31 in ");
    }

    @Test
    void tellsNothingOfAnOutcomeThatIsGone() throws IOException {
        run("planes.yaml", "run", "--master", "local[2]");
        Path lost = outcomes("run").get(0);
        String id = lost.getFileName().toString().replace(".json", "");
        Path extra = Files.writeString(folder.resolve("run/trials/" + id + "/made-before.txt"), "");
        assertThat(command("report", folder.resolve("run").toString())).isZero();
        assertThat(extra).doesNotExist();
        Files.delete(lost);

        int code = command("report", folder.resolve("run").toString());

        assertThat(code).isZero();
        assertThat(folder.resolve("run/trials/" + id).resolve("roc.csv")).doesNotExist();
        assertThat(names("run/tensorboard/" + id)).isEmpty();
    }

    @Test
    void warnsOfADamagedArchiveAndGoesOn() throws IOException {
        run("planes.yaml", "run", "--master", "local[2]");
        Path archive = Path.of(outcomes("run").get(0).toString().replace(".json", ".zip"));
        byte[] bytes = Files.readAllBytes(archive);
        bytes[bytes.length / 2]++;
        Files.write(archive, bytes);

        assertThat(command("report", folder.resolve("run").toString())).isZero();

        assertThat(err.toString()).contains("warning: Cannot read ", "Its outcome stands;");
    }

    /** The folders of trials. */
    private List<Path> folders() throws IOException {
        try (Stream<Path> found = Files.list(folder.resolve("run/trials"))) {
            return found.toList();
        }
    }

    private List<String> names(String below) throws IOException {
        if (!Files.exists(folder.resolve(below))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder.resolve(below))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    @Test
    void goesOnAfterAConfigurationThatCannotBeTrained() throws IOException {
        int code = run("widths.yaml", "run", "--master", "local[1]");

        assertThat(code).isEqualTo(ExitCode.SOME_FAILED.number());
        assertThat(Files.readString(folder.resolve("run/results.csv"))).contains("invalid configuration");
        assertThat(out.toString()).contains("2 planned = 1 completed + 0 diverged + 1 failed + 0 not run");
    }

    @Test
    void ranksNothingThatDiverged() throws IOException {
        int code = run("diverging.yaml", "run", "--master", "local[1]");

        assertThat(code).isEqualTo(ExitCode.DONE.number());
        assertThat(out.toString()).contains("2 planned = 1 completed + 1 diverged + 0 failed + 0 not run");
    }

    @Test
    void refusesTheRunDirectoryOfAnotherSweep() throws IOException {
        run("planes.yaml", "run", "--master", "local[2]");
        Map<String, String> before = tables("run");

        int code = run("widths.yaml", "run", "--master", "local[1]");

        assertThat(code).isEqualTo(ExitCode.BAD_RUN_DIRECTORY.number());
        assertThat(err.toString()).contains("it holds another sweep, planes");
        assertThat(tables("run")).isEqualTo(before);
    }

    @Test
    void keepsALogOfEachTrial() throws IOException {
        run("diverging.yaml", "run", "--master", "local[2]");

        try (Stream<Path> trials = Files.list(folder.resolve("run/trials"))) {
            assertThat(trials.map(trial -> trial.resolve("trial.log")))
                    .hasSize(2)
                    .allSatisfy(log -> assertThat(log).content().contains("Ended: "));
        }
        assertThat(folder.resolve("run/logs/driver.log")).content().contains("[t-");
    }

    private int run(String sweep, String run, String... more) {
        List<String> arguments = Stream.concat(
                        Stream.of(
                                "run",
                                folder.resolve(sweep).toString(),
                                "--out",
                                folder.resolve(run).toString()),
                        Stream.of(more))
                .toList();
        return command(arguments.toArray(String[]::new));
    }

    private int command(String... arguments) {
        return Nightsweep.execute(arguments, new PrintWriter(out, true), new PrintWriter(err, true), SweepRuns::new);
    }

    /** Every table but that of wall-clock times, of the run and of its trials, by path. */
    private Map<String, String> tables(String run) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve(run))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".csv"))
                    .filter(path -> !path.endsWith("timings.csv"))
                    .toList()) {
                tables.put(folder.resolve(run).relativize(file).toString(), Files.readString(file));
            }
        }
        return tables;
    }

    /** The outcome files of all trials, in order. */
    private List<Path> outcomes(String run) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(run).resolve("journal"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private Path outcome(String run, String id) {
        return folder.resolve(run)
                .resolve("journal")
                .resolve(id.substring(2, 4))
                .resolve(id + ".json");
    }
}
