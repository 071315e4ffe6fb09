package nightsweep.driver.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.run.SweepRuns;
import nightsweep.experiments.outcome.ConfusionMatrix;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.outcome.Provenance;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.SweepFile;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of ten thousand trials that have ended: how long it takes to look at it, and to see that nothing is to be done. */
@Tag("drill")
class ScaleIT {
    private static final int TRIALS = 10_000;
    private static final int EPOCHS = 15;
    private static final int CLASSES = 10;
    private static final double NANOS = 1e9;
    private static final double MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void isLookedAtInSeconds() throws Exception {
        String text = """
                name: scale
                dataset: {name: digits, train: 300, test: 100, validation: 0.1}
                network:
                  - output: {units: 10, loss: cross-entropy}
                training: {epochs: %d, batch-size: 10, optimizer: $optimizer, learning-rate: 0.01}
                grid: {optimizer: [sgd, adam]}
                repeats: %d
                seed: 5
                """.formatted(EPOCHS, TRIALS / 2);
        Path sweep = Files.writeString(folder.resolve("scale.yaml"), text);
        fill(text);

        double statusSeconds = seconds("status", folder.resolve("run").toString());
        double heap = heapMegabytes();
        double againSeconds =
                seconds("run", sweep.toString(), "--out", folder.resolve("run").toString(), "--master", "local[2]");
        double heapAfter = heapMegabytes();
        double reportSeconds = seconds("report", folder.resolve("run").toString());
        double wholeStatusSeconds = ownProcess("status", folder.resolve("run").toString());

        System.out.printf(
                "scale: %,d outcomes of %,d bytes: status %.1f s (%.1f s as a command of its own), run with nothing to"
                        + " do %.1f s, report %.1f s; heap after a full collection %.0f MB, then %.0f MB%n",
                TRIALS, bytes(), statusSeconds, wholeStatusSeconds, againSeconds, reportSeconds, heap, heapAfter);
        assertThat(err.toString()).contains(TRIALS + " trials ended before; 0 still to be run.");
    }

    private double seconds(String... arguments) {
        long began = System.nanoTime();
        int code = Nightsweep.execute(
                arguments, new PrintWriter(new StringWriter(), true), new PrintWriter(err, true), SweepRuns::new);
        assertThat(code).as(err.toString()).isEqualTo(ExitCode.DONE.number());
        return (System.nanoTime() - began) / NANOS;
    }

    private double ownProcess(String... arguments) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = DriverProcess.start(folder.resolve("own.log"), arguments);
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("own.log")))
                .isZero();
        return (System.nanoTime() - began) / NANOS;
    }

    private static double heapMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }

    private void fill(String text) throws Exception {
        Sweep sweep = SweepFile.parse(text, "scale.yaml");
        RunDirectory run = RunDirectory.at(folder.resolve("run").toUri().toString(), new Configuration());
        run.claim(text, sweep);
        for (Trial trial : sweep.trials()) {
            run.trials().keep(outcome(trial));
        }
    }

    private long bytes() throws IOException {
        return Files.size(
                DrillSweep.outcomes(folder.resolve("run")).values().iterator().next());
    }

    private static TrialOutcome outcome(Trial trial) {
        Random random = new Random(trial.number());
        List<EpochMetrics> epochs = new ArrayList<>();
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            epochs.add(new EpochMetrics(
                    epoch, random.nextDouble(), random.nextDouble(), random.nextDouble(), random.nextDouble()));
        }
        return new TrialOutcome.Completed(
                trial.id(),
                7_850,
                epochs,
                Optional.of(evaluation(random)),
                evaluation(random),
                Optional.empty(),
                new Provenance("0.1", 5, trial.seed(), "", "fused", "JDK", "Linux", "cpu", "MKL", "M2.1", "3.5", "3.3"),
                new Timing("node7", 1_767_323_045_000L, 60_000, 2_000, 62_000, 9_000));
    }

    private static Evaluation evaluation(Random random) {
        long[][] counts = new long[CLASSES][CLASSES];
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < CLASSES; i++) {
            labels.add(Integer.toString(i));
            for (int j = 0; j < CLASSES; j++) {
                counts[i][j] = i == j ? 900 + random.nextInt(100) : random.nextInt(10);
            }
        }
        return new Evaluation(random.nextDouble(), ConfusionMatrix.of(labels, counts));
    }
}
