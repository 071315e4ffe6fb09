package nightsweep.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.InstantSource;
import java.util.Optional;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.load.DatasetLoader;
import nightsweep.worker.engine.choice.Engines;
import nightsweep.worker.provenance.Origin;
import nightsweep.worker.training.EpochListener;
import nightsweep.worker.training.checkpoint.Checkpoints;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tables of the UCI Machine Learning Repository as they were published, each by a sweep of a few lines, where the environment
 * variable NIGHTSWEEP_DATA says that they are there.
 */
class RealTablesTest {
    private final @Nullable String home = System.getenv("NIGHTSWEEP_DATA");

    /** Least accuracies are well below what was seen: 1.0, 0.73, 0.94, 0.52 and 0.54. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "agaricus-lepiota.data | header: absent, label: 1, columns: {25-58: ignored} | 2 | 117 | 0.98",
                "imports-85.data | header: absent, label: 1, missing-flags: added | 6 | 75 | 0.55",
                "wine.data | header: absent, label: 1 | 3 | 13 | 0.85",
                "winequality-red.csv | header: absent | 6 | 11 | 0.45",
                "abalone.data | label: Sex | 3 | 8 | 0.45",
            })
    void learnsFromATableAsItWasPublished(String file, String columns, int classes, int width, double least)
            throws Exception {
        assumeTrue(home != null, "NIGHTSWEEP_DATA is not set.");
        String text = """
                name: real
                dataset:
                  csv: {train: HOME/tables/FILE, COLUMNS}
                  validation: 0.2
                network: [{dense: {units: 32}}, {output: {units: CLASSES, loss: cross-entropy}}]
                training: {epochs: 20, batch-size: 32, optimizer: adam, learning-rate: 0.01}
                """.replace("HOME", home)
                .replace("FILE", file)
                .replace("COLUMNS", columns)
                .replace("CLASSES", String.valueOf(classes));
        Sweep sweep = SweepFile.parse(text, "real.yaml");
        Trial trial = sweep.trials().get(0);
        DatasetLoader loader = new DatasetLoader(new Configuration(), Optional.empty());

        Dataset dataset = loader.load(trial.configuration().dataset(), sweep.seed());
        TrialOutcome outcome = new TrialRunner(Engines.standard(), Origin.here(""), InstantSource.system())
                .attempt(trial, sweep.seed(), dataset, EpochListener.NONE, Checkpoints.NONE)
                .outcome();

        assertThat(dataset.shape()).containsExactly(width);
        assertThat(loader.facts(trial.configuration().dataset(), sweep.seed()).shape())
                .containsExactly(width);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        TrialOutcome.Completed.class,
                        completed -> assertThat(completed.test().confusion().accuracy())
                                .isGreaterThan(least));
    }
}
