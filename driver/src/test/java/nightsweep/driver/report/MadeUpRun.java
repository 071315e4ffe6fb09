package nightsweep.driver.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.BiConsumer;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.summary.SummaryBuilder;
import nightsweep.driver.summary.comparison.TestPredictions;
import nightsweep.experiments.outcome.ConfusionMatrix;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.outcome.FailureReason;
import nightsweep.experiments.outcome.LayerMetrics;
import nightsweep.experiments.outcome.Provenance;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;

/**
 * A run that nobody trained, with a figure for everything that the page shows.
 *
 * @param ended of how many of its trials there are outcomes, from the first
 * @param labels of the classes
 */
public record MadeUpRun(Sweep sweep, int ended, int epochs, List<String> labels, String failure) {
    private static final String FILE = """
            name: made-up
            description: Nobody trained this.
            dataset: {name: digits, train: 300, test: 100, validation: 0.1}
            network:
              - dense:  {units: 8, activation: $activation}
              - output: {units: 10, loss: cross-entropy}
            training: {epochs: 4, batch-size: $batch, optimizer: $optimizer, learning-rate: 0.01}
            grid:
              activation: [relu, tanh, sigmoid, elu]
              optimizer: [sgd, adam, rmsprop, nesterov]
              batch: [10, 20, 30, 40, 50]
            repeats: %d
            published:
              - config: {activation: relu, optimizer: adam, batch: 10}
                source: somebody
                note: "<i>dropout</i> was left on"
                test-accuracy: 0.69
                validation-loss: 4
            """;
    private static final List<String> DIGITS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    /** Eighty configurations, each trained as often as it says. */
    public static MadeUpRun repeated(int repeats) {
        try {
            Sweep sweep = SweepFile.parse(FILE.formatted(repeats), "made-up.yaml");
            return new MadeUpRun(sweep, 80 * repeats, 15, DIGITS, "the network needs 3 GB and the slot has 2 GB");
        } catch (SweepFileException e) {
            throw new AssertionError(e);
        }
    }

    /** Forty of the eighty, and forty others; from other random numbers. */
    static MadeUpRun other(int repeats) {
        try {
            String text = SweepFile.withSettings(
                    FILE.formatted(repeats),
                    List.of(
                            "name=made-up-again",
                            "grid.batch=[50, 10, 20, 60]",
                            "grid.activation=[relu, tanh, elu, gelu]"),
                    "made-up.yaml");
            Sweep sweep = SweepFile.parse(text, "made-up.yaml");
            return new MadeUpRun(sweep, sweep.trials().size(), 12, DIGITS, "too large");
        } catch (SweepFileException e) {
            throw new AssertionError(e);
        }
    }

    /** A single configuration, without an axis. */
    static MadeUpRun single() {
        MadeUpRun many = repeated(1);
        Sweep all = many.sweep;
        Configuration first = all.configurations().get(0);
        Configuration only =
                new Configuration(1, Map.of(), first.dataset(), first.network(), first.training(), first.evaluation());
        return many.of(new Sweep("single", "", List.of(), List.of(only), all.objective(), 1, all.seed(), List.of()))
                .ended(1);
    }

    MadeUpRun ended(int trials) {
        return new MadeUpRun(sweep, trials, epochs, labels, failure);
    }

    MadeUpRun epochs(int number) {
        return new MadeUpRun(sweep, ended, number, labels, failure);
    }

    MadeUpRun of(Sweep other) {
        return new MadeUpRun(other, ended, epochs, labels, failure);
    }

    public MadeUpRun labelled(List<String> names) {
        return new MadeUpRun(sweep, ended, epochs, names, failure);
    }

    MadeUpRun failing(String message) {
        return new MadeUpRun(sweep, ended, epochs, labels, message);
    }

    /** Writes its page to a file. */
    public Path page(Path file) {
        RunFacts facts = new RunFacts("/runs/" + sweep.name(), FILE, Instant.parse("2026-11-21T06:30:00Z"));
        return page(file, facts);
    }

    /** Writes the page that asks whoever serves it for the next one. */
    public Path watched(Path file, Instant asOf) {
        Optional<Pace> pace = Optional.of(new Pace(16, OptionalLong.of(4_320_000)));
        return page(file, new RunFacts("/runs/" + sweep.name(), FILE, asOf, pace, RunFacts.Renewal.BY_ITSELF));
    }

    private Path page(Path file, RunFacts facts) {
        ReportBuilder report = new ReportBuilder(sweep);
        Summary summary = summary(report::add);
        try (Writer out = Files.newBufferedWriter(file)) {
            report.build(summary, facts, MadeUpFiles.of(labels)).write(out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its summary, of whose outcomes {@code page} hears too. */
    public Summary summary(BiConsumer<Trial, TrialOutcome> page) {
        SummaryBuilder summary = new SummaryBuilder(sweep);
        for (Trial trial : sweep.trials().subList(0, ended)) {
            TrialOutcome outcome = outcome(trial);
            summary.add(outcome);
            page.accept(trial, outcome);
        }
        return summary.build(summary.best().stream().map(this::outcome).toList(), TestPredictions.none());
    }

    private TrialOutcome outcome(Trial trial) {
        Random random = new Random(trial.number());
        Provenance from = new Provenance(
                "0.1", 42, trial.seed(), "c0ffee", "fused", "JDK 17", "Linux", "cpu", "MKL", "M2.1", "3.5", "3.3");
        Timing timing = new Timing("node7", 1_767_323_045_000L, 60_000, 2_000, 62_000, 9_000);
        if (trial.number() % 17 == 0) {
            return new TrialOutcome.Failed(
                    trial.id(), FailureReason.OUT_OF_MEMORY, failure, "", List.of(), from, timing);
        }
        double skill = 0.6 + 0.35 * Math.abs(Math.sin(trial.configuration().number())) + 0.02 * random.nextDouble();
        List<EpochMetrics> curve = curve(skill, random);
        if (trial.number() % 19 == 0) {
            return new TrialOutcome.Diverged(trial.id(), 3, 120, curve.subList(0, 2), from, timing);
        }
        return new TrialOutcome.Completed(
                trial.id(),
                7_850,
                curve,
                Optional.of(evaluation(skill, random)),
                evaluation(skill, random),
                Optional.empty(),
                from,
                timing);
    }

    private List<EpochMetrics> curve(double skill, Random random) {
        List<EpochMetrics> curve = new ArrayList<>();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            double learnt = 1 - Math.exp(-4.0 * epoch / epochs);
            double overfit = 0.2 * Math.max(0, epoch - 0.6 * epochs) / epochs;
            curve.add(new EpochMetrics(
                    epoch,
                    2.3 * (1 - skill * learnt),
                    skill * learnt,
                    2.4 * (1 - 0.95 * skill * learnt) + overfit + 0.01 * random.nextDouble(),
                    0.95 * skill * learnt,
                    List.of(
                            new LayerMetrics("dense 1", 0.02 / epoch, 3 + 0.1 * epoch, 8, epoch % 3),
                            new LayerMetrics("output", 0.5 / epoch, 2 + 0.1 * epoch, 10, 0))));
        }
        return curve;
    }

    private Evaluation evaluation(double skill, Random random) {
        int classes = labels.size();
        long[][] counts = new long[classes][classes];
        for (int i = 0; i < classes; i++) {
            long right = Math.round(100 * skill) - random.nextInt(5);
            counts[i][i] = right;
            for (int left = 100 - (int) right; left > 0; left--) {
                counts[i][(i + 1 + random.nextInt(classes - 1)) % classes]++;
            }
        }
        return new Evaluation(2.4 * (1 - skill), ConfusionMatrix.of(labels, counts));
    }
}
