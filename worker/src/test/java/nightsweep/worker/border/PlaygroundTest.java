package nightsweep.worker.border;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;
import nightsweep.worker.TrialRunner;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.load.DatasetLoader;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.engine.choice.Engines;
import nightsweep.worker.evaluation.TableFile;
import nightsweep.worker.provenance.Build;
import nightsweep.worker.provenance.Origin;
import nightsweep.worker.training.EpochListener;
import nightsweep.worker.training.checkpoint.Checkpoints;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a hidden layer is for, by small trials from the sweep file to the border. */
class PlaygroundTest {
    private static final String SWEEP = """
            name: planes
            dataset: {name: %s, train: 250, test: 250}
            network:
              - dense:  {units: 8, activation: %s}
              - output: {units: 1, activation: tanh, loss: squared-error}
            training: {epochs: 100, batch-size: 10, optimizer: sgd, learning-rate: 0.03, engine: %s}
            seed: %d
            """;

    /** What came of a trial. */
    private record Result(TrialOutcome.Completed outcome, List<TableFile> files) {
        double accuracy() {
            return outcome.test().confusion().accuracy();
        }

        /** How much the cell of a row and a column is taken for the second class. */
        double lean(int row, int column) {
            String border = files.stream()
                    .filter(file -> file.name().equals("border.csv"))
                    .findFirst()
                    .orElseThrow()
                    .text();
            return Double.parseDouble(List.of(border.lines()
                            .skip(1 + row)
                            .findFirst()
                            .orElseThrow()
                            .split(",", -1))
                    .get(1 + column));
        }
    }

    private static Result result(String data, String activation, String engine, int seed)
            throws SweepFileException, DataException, InterruptedException {
        Sweep sweep = SweepFile.parse(SWEEP.formatted(data, activation, engine, seed), "planes.yaml");
        Trial trial = sweep.trials().get(0);
        Dataset dataset = new DatasetLoader(new Configuration(false), Optional.empty())
                .load(trial.configuration().dataset(), sweep.seed());
        Origin origin = new Origin(new Build("0.1 abc", "M2.1", "3.3.4"), "host", "jvm", "os", "cpu", "");
        TrialRunner.Attempt attempt = new TrialRunner(Engines.standard(), origin, InstantSource.fixed(Instant.EPOCH))
                .attempt(trial, sweep.seed(), dataset, EpochListener.NONE, Checkpoints.NONE);
        TrialOutcome outcome = attempt.outcome();
        assertThat(outcome).isInstanceOf(TrialOutcome.Completed.class);
        return new Result((TrialOutcome.Completed) outcome, attempt.files());
    }

    @ParameterizedTest
    @CsvSource({"circle, 1", "circle, 2", "circle, 3", "xor, 1", "xor, 2", "xor, 3"})
    void failsWithLinearUnits(String data, int seed) throws Exception {
        assertThat(result(data, "identity", "fused", seed).accuracy()).isLessThan(0.75);
    }

    @ParameterizedTest
    @CsvSource({"circle, 1", "circle, 2", "circle, 3", "xor, 1", "xor, 2", "xor, 3"})
    void succeedsWithTanh(String data, int seed) throws Exception {
        assertThat(result(data, "tanh", "fused", seed).accuracy()).isGreaterThan(0.95);
    }

    @ParameterizedTest
    @CsvSource({"fused", "dl4j"})
    void drawsTheBorderAroundACircle(String engine) throws Exception {
        Result circle = result("circle", "tanh", engine, 1);

        assertThat(circle.accuracy()).isGreaterThan(0.95);
        assertThat(circle.lean(50, 50)).as("the middle").isGreaterThan(0.9);
        assertThat(List.of(circle.lean(10, 50), circle.lean(90, 50), circle.lean(50, 10), circle.lean(50, 90)))
                .as("the edges")
                .allMatch(lean -> lean < 0.1);
        assertThat(circle.files()).map(TableFile::name).contains("border.csv", "border-points.csv", "border.svg");
    }

    @ParameterizedTest
    @CsvSource({"fused", "dl4j"})
    void drawsTheBordersOfExclusiveOr(String engine) throws Exception {
        Result xor = result("xor", "tanh", engine, 1);

        assertThat(xor.lean(25, 25)).as("upper left").isLessThan(0.1);
        assertThat(xor.lean(75, 75)).as("lower right").isLessThan(0.1);
        assertThat(xor.lean(25, 75)).as("upper right").isGreaterThan(0.9);
        assertThat(xor.lean(75, 25)).as("lower left").isGreaterThan(0.9);
    }
}
