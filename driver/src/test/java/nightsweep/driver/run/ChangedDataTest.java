package nightsweep.driver.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.outcome.ConfusionMatrix;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.outcome.Provenance;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.worker.dataset.load.DatasetLoader;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedDataTest {
    private static final String SWEEP = """
            name: small
            dataset: {name: xor, train: 50, test: 50}
            network:
              - output: {units: 1, loss: binary-cross-entropy}
            training: {epochs: 1, batch-size: 10, optimizer: sgd}
            repeats: 2
            seed: 7
            """;

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void refusesARunWhoseDataHasChanged() throws Exception {
        holdOutcomes("0123456789abcdef");
        String more = SWEEP.replace("repeats: 2", "repeats: 3");

        int code = run(more);

        assertThat(code).isEqualTo(ExitCode.BAD_RUN_DIRECTORY.number());
        assertThat(err.toString())
                .contains("Cannot go on in " + folder.resolve("run")
                        + ": the data of 2 trials that ended there has changed since.\n"
                        + "  data set xor: checksum 0123456789ab... before (trial t-")
                .contains("Bring the data back as it was, or name another folder with --out.");
        assertThat(folder.resolve("run/sweep.yaml")).hasContent(SWEEP);
        assertThat(folder.resolve("run/plan.csv")).doesNotExist();
    }

    @Test
    void goesOnWithTheSameData() throws Exception {
        DatasetSpec xor =
                SweepFile.parse(SWEEP, "small.yaml").configurations().get(0).dataset();
        holdOutcomes(new DatasetLoader(new Configuration(), Optional.empty())
                .load(xor, 7)
                .checksum());

        int code = run(SWEEP);

        assertThat(code).as(err.toString()).isEqualTo(ExitCode.DONE.number());
        assertThat(err.toString()).contains("2 trials ended before; 0 still to be run.");
        assertThat(folder.resolve("run/plan.csv")).exists();
    }

    private int run(String text) throws Exception {
        Path sweep = Files.writeString(folder.resolve("small.yaml"), text);
        String[] arguments = {
            "run", sweep.toString(), "--out", folder.resolve("run").toString()
        };
        return Nightsweep.execute(
                arguments, new PrintWriter(new StringWriter(), true), new PrintWriter(err, true), SweepRuns::new);
    }

    /** Makes a run whose every trial was completed with data of this checksum. */
    private void holdOutcomes(String checksum) throws Exception {
        Sweep sweep = SweepFile.parse(SWEEP, "small.yaml");
        RunDirectory run = RunDirectory.at(folder.resolve("run").toUri().toString(), new Configuration());
        run.claim(SWEEP, sweep);
        for (Trial trial : sweep.trials()) {
            run.trials().keep(completed(trial, checksum));
        }
    }

    private static TrialOutcome completed(Trial trial, String checksum) {
        ConfusionMatrix confusion = ConfusionMatrix.of(List.of("0", "1"), new long[][] {{20, 5}, {5, 20}});
        return new TrialOutcome.Completed(
                trial.id(),
                3,
                List.of(new EpochMetrics(1, 0.5, 0.8, Double.NaN, Double.NaN)),
                Optional.empty(),
                new Evaluation(0.5, confusion),
                Optional.empty(),
                new Provenance("1", 7, trial.seed(), checksum, "fused", "jvm", "os", "cpu", "blas", "d", "s", "h"),
                new Timing("node-1", 1_700_000_000_000L, 900, 50, 1_000, 5));
    }
}
