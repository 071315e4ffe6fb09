package nightsweep.driver.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.experiments.json.OutcomeFile;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.experiments.sweepfile.SweepFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trials that are the same computation, from the command line to the tables. */
class EqualTrialsIT {
    /** Configurations 1, 2 and 4 are one computation; the third is another; a fifth and sixth diverge. */
    private static final String SWEEP = """
            name: names
            dataset: {name: circle, train: 200, test: 100}
            network:
              - dense: {units: 6, activation: tanh, dropout: 0.1}
              - output: {units: 2, loss: $loss, activation: $output}
            training: {epochs: 2, batch-size: 10, optimizer: $optimizer, learning-rate: $rate}
            grid:
              loss: [cross-entropy, negative-log-likelihood, sparse-cross-entropy, mean-squared-error, absolute-error]
              output: [softmax, identity]
              optimizer: [adam, {adamw: {weight-decay: 0}}, sgd]
              rate: [0.03, 1e30]
            only:
              - {loss: cross-entropy, output: softmax, optimizer: adam, rate: 0.03}
              - {loss: negative-log-likelihood, output: softmax, optimizer: adam, rate: 0.03}
              - {loss: mean-squared-error, output: softmax, optimizer: adam, rate: 0.03}
              - {loss: sparse-cross-entropy, output: softmax, optimizer: {adamw: {weight-decay: 0}}, rate: 0.03}
              - {loss: mean-squared-error, output: identity, optimizer: adam, rate: 1e30}
              - {loss: mean-squared-error, output: identity, optimizer: {adamw: {weight-decay: 0}}, rate: 1e30}
            repeats: 2
            seed: 3
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private List<Trial> trials = List.of();

    @BeforeEach
    void writeSweep() throws Exception {
        Files.writeString(folder.resolve("names.yaml"), SWEEP);
        Sweep sweep = SweepFile.parse(SWEEP, "names.yaml");
        trials = sweep.trials();
    }

    @Test
    void tellsInThePlanWhatIsEqual() {
        assertThat(command("plan", folder.resolve("names.yaml").toString())).isZero();
        assertThat(command("plan", folder.resolve("names.yaml").toString(), "--train-each"))
                .isZero();

        assertThat(out.toString())
                .containsOnlyOnce("""
                        trained once (--train-each trains each all the same):
                          configurations 1, 2, 4
                          configurations 5, 6

                        """)
                .containsPattern("2 +negative-log-likelihood .* same as 1\n")
                .containsPattern("4 +sparse-cross-entropy .* same as 1\n");
    }

    @Test
    void trainsOnceAndTellsOfAll() throws Exception {
        assertThat(run("once")).as(err.toString()).isZero();
        assertThat(run("each", "--train-each")).as(err.toString()).isZero();

        for (int repeat = 0; repeat < 2; repeat++) {
            for (int copy : List.of(2, 4)) {
                assertCopy("once", trial(copy, repeat), trial(1, repeat));
            }
            assertCopy("once", trial(6, repeat), trial(5, repeat));
        }
        assertThat(outcome("once", trial(6, 0))).isInstanceOf(TrialOutcome.Diverged.class);
        assertThat(trained("once")).hasSize(6);
        assertThat(trained("each")).hasSize(12);
        assertThat(tables("once")).as("but that of the plan").isEqualTo(tables("each"));
        assertThat(Files.readAllLines(folder.resolve("once/plan.csv")).get(3)).matches("3,t-.*,1,");
        assertThat(Files.readAllLines(folder.resolve("once/timings.csv")).get(3))
                .startsWith("3," + trial(2, 0).id() + ",")
                .endsWith(",0,0,0,0,0,0,," + trial(1, 0).id());
        assertThat(results("once"))
                .contains("configuration,same-as,")
                .containsPattern("," + trial(2, 1).id() + ",2,2,negative");
        assertThat(Files.readString(folder.resolve("once/comparisons.csv"))).contains(",same computation,");
        assertThat(Files.readString(folder.resolve("once/report.html")))
                .contains("Configurations 1, 2 and 4 are the same computation")
                .contains("6 trials were not trained: another trial is the same computation");
    }

    @Test
    void countsThemInItsStatus() {
        run("once");
        out.getBuffer().setLength(0);

        assertThat(command("status", folder.resolve("once").toString())).isZero();
        assertThat(command("status", folder.resolve("once").toString(), "--json"))
                .isZero();

        assertThat(out.toString())
                .contains("12 planned = 8 completed + 4 diverged + 0 failed")
                .contains("Of 12 that ended, 6 were trained: the others are the same computation as one of these.")
                .contains("\"copied\" : 6");
    }

    @Test
    void writesCopiesThatAKilledDriverHadNotWritten() throws Exception {
        run("run");
        Map<String, String> whole = tables("run");
        delete("run", trial(2, 0));
        delete("run", trial(6, 1));

        assertThat(run("run")).isZero();

        assertThat(err.toString()).contains("10 trials ended before; 0 still to be run.");
        assertCopy("run", trial(2, 0), trial(1, 0));
        assertThat(tables("run")).isEqualTo(whole);
    }

    @Test
    void trainsTheFirstAgainWhereItsOutcomeIsGone() throws Exception {
        run("run");
        Map<String, String> whole = tables("run");
        delete("run", trial(1, 0));

        assertThat(run("run")).isZero();

        assertThat(err.toString()).contains("11 trials ended before; 1 still to be run.");
        assertThat(trained("run")).contains(trial(1, 0).id());
        assertThat(tables("run")).isEqualTo(whole);
    }

    @Test
    void copiesFromWhateverWasTrainedBefore() throws Exception {
        run("run", "--train-each");
        delete("run", trial(1, 0));
        delete("run", trial(4, 1));

        assertThat(run("run")).isZero();

        assertThat(err.toString()).contains("10 trials ended before; 0 still to be run.");
        assertCopy("run", trial(1, 0), trial(2, 0));
        assertCopy("run", trial(4, 1), trial(1, 1));
    }

    @Test
    void trainsCopiesWhenEachIsToBeTrained() throws Exception {
        run("run");
        Map<String, String> whole = tables("run");

        assertThat(run("run", "--train-each")).isZero();

        assertThat(err.toString()).contains("6 trials ended before; 6 still to be run.");
        assertThat(trained("run")).hasSize(12);
        assertThat(tables("run")).isEqualTo(whole);
    }

    @Test
    void hasModelsOfAllThatAreAskedFor() {
        run("run", "--save-models", "all");

        assertThat(trials.stream().filter(trial -> trial.configuration().number() < 5))
                .allSatisfy(trial -> assertThat(folder.resolve("run/trials/" + trial.id() + "/model.zip"))
                        .exists());
        assertThat(err.toString()).doesNotContain("trained again");
    }

    private void assertCopy(String run, Trial copy, Trial source) throws Exception {
        TrialOutcome copied = outcome(run, copy);
        TrialOutcome trained = outcome(run, source);
        assertThat(trained.timing().copyOf()).isEmpty();
        assertThat(copied.timing().copyOf()).contains(source.id());
        assertThat(copied.timing().totalMillis()).isZero();
        assertThat(copied.copied(source.id(), trained.timing())).isEqualTo(trained);
    }

    private Trial trial(int configuration, int repeat) {
        return trials.get((configuration - 1) * 2 + repeat);
    }

    /** The trials that were trained themselves. */
    private List<TrialId> trained(String run) throws Exception {
        List<TrialId> trained = new ArrayList<>();
        for (Trial trial : trials) {
            if (outcome(run, trial).timing().copyOf().isEmpty()) {
                trained.add(trial.id());
            }
        }
        return trained;
    }

    private TrialOutcome outcome(String run, Trial trial) throws Exception {
        return OutcomeFile.read(Files.readString(file(run, trial, ".json")), "outcome");
    }

    private void delete(String run, Trial trial) throws IOException {
        Files.delete(file(run, trial, ".json"));
    }

    private Path file(String run, Trial trial, String ending) {
        String id = trial.id().text();
        return folder.resolve(run + "/journal/" + id.substring(2, 4) + "/" + id + ending);
    }

    private String results(String run) throws IOException {
        return Files.readString(folder.resolve(run + "/results.csv"));
    }

    /** The run's tables but that of wall-clock times and that of the plan, by name. */
    private Map<String, String> tables(String run) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve(run))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".csv"))
                    .filter(path -> !path.endsWith("timings.csv") && !path.endsWith("plan.csv"))
                    .toList()) {
                tables.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return tables;
    }

    private int run(String run, String... more) {
        return command(Stream.concat(
                        Stream.of(
                                "run",
                                folder.resolve("names.yaml").toString(),
                                "--out",
                                folder.resolve(run).toString(),
                                "--master",
                                "local[2]"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private int command(String... arguments) {
        return Nightsweep.execute(arguments, new PrintWriter(out, true), new PrintWriter(err, true), SweepRuns::new);
    }
}
