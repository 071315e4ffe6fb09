package nightsweep.driver.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import nightsweep.driver.application.BundleRequest;
import nightsweep.driver.application.Bundled;
import nightsweep.driver.application.ComparedRuns;
import nightsweep.driver.application.Listener;
import nightsweep.driver.application.RefitRequest;
import nightsweep.driver.application.Refitted;
import nightsweep.driver.application.Replayed;
import nightsweep.driver.application.RunEnd;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.application.RunRequest;
import nightsweep.driver.application.Runs;
import nightsweep.driver.application.TrialChoice;
import nightsweep.driver.application.Verified;
import nightsweep.driver.application.VerifyRequest;
import nightsweep.driver.application.WatchedRun;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.driver.cli.console.Screen;
import nightsweep.driver.json.BestModel;
import nightsweep.driver.json.RunStatus;
import nightsweep.driver.summary.RunComparison;
import nightsweep.driver.summary.RunVerdict;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.Column;
import nightsweep.driver.table.Table;
import nightsweep.driver.table.TableFormat;
import nightsweep.experiments.progress.Holder;
import nightsweep.experiments.progress.RunningTrial;
import nightsweep.experiments.sweep.Objective.Goal;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.experiments.sweepfile.Difference;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/** A folder with the sweep file planes.yaml, in which commands are given and what they say is heard. */
final class Desk {
    /** Three of four configurations: one good, one doubtful, one invalid. */
    static final String SWEEP = """
            name: planes
            description: Two activations on two clouds.
            dataset: {name: xor, train: 200, test: 100}
            network:
              - dense:  {units: 4, activation: $activation}
              - output: {units: 1, activation: sigmoid, loss: $loss}
            training: {epochs: 2, batch-size: 10, learning-rate: 0.1}
            grid:
              activation: [tanh, softmax]
              loss: [squared-error, cross-entropy]
            only:
              - {activation: tanh, loss: squared-error}
              - {activation: softmax, loss: squared-error}
              - {activation: tanh, loss: cross-entropy}
            """;

    final Map<String, String> variables = new LinkedHashMap<>();
    final Map<String, String> properties = new LinkedHashMap<>();
    final FakeRuns runs = new FakeRuns();

    private final Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    Desk(Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("planes.yaml"), SWEEP);
    }

    /** Gives a command at 2026-01-02T03:04:05Z on a machine of eight processors; returns its exit code. */
    int execute(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        ProcessEnvironment environment = new ProcessEnvironment(
                variables, properties, folder, Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC), 8);
        Console console = new Console(
                new PrintWriter(out), new PrintWriter(err), new Screen(Screen.Kind.LINES, 80, StandardCharsets.UTF_8));
        return Nightsweep.commandLine(console, environment, () -> runs).execute(arguments);
    }

    /** What the last command said on standard output. */
    String out() {
        return out.toString();
    }

    /** What the last command said on standard error. */
    String err() {
        return err.toString();
    }

    /** Remembers what it was asked and answers as it is told to. */
    static final class FakeRuns implements Runs {
        static final RunStatus STATUS = new RunStatus(
                "planes",
                "/runs/a",
                new RunStatus.Counts(24, 10, 1, 3, 2, 8),
                List.of(
                        new RunningTrial(new TrialId("t-0123456789ab"), 1, "node7", 2, 15, 0, 90_000),
                        new RunningTrial(new TrialId("t-0123456789ac"), 2, "node8", 15, 15, 0, 4_000)),
                OptionalInt.of(16),
                Optional.of(new RunStatus.Best(new TrialId("t-3fa200000000"), "relu adam", "accuracy", 0.97125)),
                OptionalLong.of(4_320_000),
                failures(),
                Optional.of(new Holder("x", "node1", "", 4711, 0, "anna", 1_767_323_045_000L, "", 0)));

        private static Map<String, Integer> failures() {
            Map<String, Integer> failures = new LinkedHashMap<>();
            failures.put("out of memory", 2);
            failures.put("timed out", 1);
            return failures;
        }

        final List<RunRequest> requests = new ArrayList<>();
        final List<RefitRequest> refits = new ArrayList<>();
        final List<VerifyRequest> verifications = new ArrayList<>();
        final List<BundleRequest> bundles = new ArrayList<>();
        final List<WatchedRun.Look> looks = new ArrayList<>();
        final List<String> reported = new ArrayList<>();
        List<Trial> damaged = List.of();
        RunEnd answer = RunEnd.NONE_FAILED;

        @Nullable
        RunFailure failure;

        @Nullable
        RuntimeException defect;

        @Override
        public RunEnd run(RunRequest request, Listener listener) throws RunFailure {
            requests.add(request);
            if (failure != null) {
                throw failure;
            }
            if (defect != null) {
                throw defect;
            }
            return answer;
        }

        @Override
        public RunStatus status(String run, Configuration hadoop, Listener listener) {
            reported.add(run);
            return STATUS;
        }

        @Override
        public List<BestModel> best(String run, Configuration hadoop, Listener listener) {
            reported.add(run);
            return List.of();
        }

        @Override
        public ComparedRuns compare(String first, String second, Configuration hadoop, Listener listener) {
            Table table = new Table(
                    "compare",
                    "Both",
                    List.of(Column.number("first"), Column.difference("difference"), Column.number("p")),
                    List.of(List.of(Cell.count(1), Cell.score(0.25), Cell.missing())),
                    List.of());
            return new ComparedRuns(
                    first,
                    second,
                    List.of(new Difference("training.epochs", "5", "10")),
                    new RunComparison(
                            "test accuracy",
                            Goal.MAXIMIZE,
                            List.of(0.0, 1.0),
                            new RunVerdict("One is better", "Of one configuration, 1 is better."),
                            table,
                            List.of("A note.")),
                    out -> out.append("the page"));
        }

        @Override
        public Refitted refit(RefitRequest request, Listener listener) {
            refits.add(request);
            return new Refitted.Interrupted();
        }

        @Override
        public Replayed replay(String run, Configuration hadoop) {
            throw new AssertionError(run);
        }

        @Override
        public Verified verify(VerifyRequest request, Listener listener) {
            verifications.add(request);
            return new Verified(List.of(), List.of());
        }

        @Override
        public Bundled bundle(BundleRequest request, Listener listener) {
            bundles.add(request);
            return new Bundled(
                    request.out(),
                    "planes",
                    2,
                    12,
                    34_567,
                    List.of("xor, checksum 0123"),
                    List.of("1 saved model (--models)"));
        }

        @Override
        public WatchedRun watch(String run, Configuration hadoop, Listener listener) {
            reported.add(run);
            return () -> looks.size() > 1 ? looks.remove(0) : looks.get(0);
        }

        @Override
        public Summary report(
                String run, List<TableFormat> formats, TrialChoice wanted, Configuration hadoop, Listener listener) {
            reported.add(run);
            formats.forEach(format -> listener.note("as " + format.label()));
            damaged.forEach(listener::damaged);
            return tables();
        }

        @Override
        public void track(String run, Summary summary, Path store, Configuration hadoop, Listener listener) {
            reported.add(run + " to " + store);
        }

        /** Of a sweep of which nothing has been run. */
        private static Summary tables() {
            try {
                return Summary.of(SweepFile.parse(SWEEP, "planes.yaml"), Stream.empty());
            } catch (SweepFileException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
