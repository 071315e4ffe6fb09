package nightsweep.worker;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.EvaluationSpec;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.OptimizerSpec;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.engine.Engine;
import nightsweep.worker.engine.Fixtures;
import nightsweep.worker.engine.choice.Engines;
import nightsweep.worker.provenance.Build;
import nightsweep.worker.provenance.Origin;
import nightsweep.worker.training.EpochListener;

/** What the tests of trials run, and how. */
final class TrialRuns {
    static final Origin HERE = new Origin(new Build("0.1 abc", "M2.1", "3.3.4"), "host", "jvm", "os", "cpu", "");
    static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
    static final Dataset CLOUDS = Fixtures.dataset(Fixtures.clouds(60, 8, 3, 5), 3);

    static final Dataset PICTURES = pictures();

    /** The clouds as pictures of 2x4 pixels. */
    private static Dataset pictures() {
        return new Dataset(
                "pictures", CLOUDS.labels(), List.of(2, 4), CLOUDS.train(), CLOUDS.validation(), CLOUDS.test(), "abc");
    }

    static TrialOutcome run(Engine engine, Trial trial, Dataset dataset) throws InterruptedException {
        return new TrialRunner(Engines.only(engine), HERE, CLOCK)
                .run(trial, Fixtures.SWEEP_SEED, dataset, EpochListener.NONE);
    }

    static Trial dense(LossName loss, OptimizerSpec optimizer, double rate, EvaluationSpec.Dropout dropout) {
        LayerSpec.Output output = Fixtures.output(3, ActivationName.SOFTMAX, loss);
        NetworkSpec network = Fixtures.network(List.of(32, 16), ActivationName.RELU, 0.2, output);
        return Fixtures.trial(network, shuffled(Fixtures.training(3, 8, optimizer, rate)), dropout);
    }

    private static TrainingSpec shuffled(TrainingSpec training) {
        return training.builder().order(TrainingSpec.Order.SHUFFLED).build();
    }

    static Trial dense(OptimizerSpec optimizer) {
        return dense(LossName.CROSS_ENTROPY, optimizer, 0.01, EvaluationSpec.Dropout.BOTH);
    }

    private TrialRuns() {}
}
