package nightsweep.worker.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.sweep.RandomStream;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.Augmentation;
import nightsweep.experiments.training.EarlyStopping;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.TrainingSpec.LastBatch;
import nightsweep.experiments.training.TrainingSpec.Order;
import nightsweep.experiments.training.optimizer.Sgd;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.engine.Fixtures;
import nightsweep.worker.training.Minibatches.Minibatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MinibatchesTest {
    private static final int EXAMPLES = 10;
    private static final Dataset DATA = Fixtures.dataset(Fixtures.clouds(EXAMPLES, 2, 2, 5), 2);

    @ParameterizedTest
    @CsvSource({"KEEP, 0, 4", "KEEP, 7, 7", "KEEP, 2, 2", "DROP, 0, 3", "DROP, 7, 7"})
    void countStepsAnEpoch(LastBatch lastBatch, int epochSteps, int steps) {
        assertThat(minibatches(lastBatch, epochSteps).stepsPerEpoch()).isEqualTo(steps);
    }

    @ParameterizedTest
    @EnumSource
    void goThroughTheSamePassesHoweverLongEpochsAre(LastBatch lastBatch) {
        List<Integer> three = seen(minibatches(lastBatch, 3), 0, 40);

        assertThat(seen(minibatches(lastBatch, 0), 0, 40)).isEqualTo(three);
        assertThat(seen(minibatches(lastBatch, 101), 0, 40)).isEqualTo(three);
    }

    @Test
    void showEveryExampleOnceAPassInThatPassesOrder() {
        Trial trial = trial(LastBatch.KEEP, 3);
        ExampleOrder order = new ExampleOrder(Order.SHUFFLED, EXAMPLES, trial.seed(RandomStream.ORDER));

        List<Integer> seen = seen(new Minibatches(trial, DATA), 0, 8);

        assertThat(seen.subList(0, EXAMPLES)).isEqualTo(listed(order.of(0)));
        assertThat(seen.subList(EXAMPLES, 2 * EXAMPLES)).isEqualTo(listed(order.of(1)));
    }

    @ParameterizedTest
    @EnumSource
    void canBeHadWithoutThoseBefore(LastBatch lastBatch) {
        List<Integer> all = seen(minibatches(lastBatch, 3), 0, 30);

        for (int from = 0; from < 30; from++) {
            Minibatches asked = minibatches(lastBatch, 3);
            List<Integer> rest = seen(asked, from, 30);
            assertThat(rest).isEqualTo(all.subList(all.size() - rest.size(), all.size()));
            assertThat(asked.seen(from, 30)).isEqualTo(rest.size());
        }
    }

    @Test
    void refuseEpochsWithoutAStep() {
        TrainingSpec training = training(LastBatch.DROP, 5, EXAMPLES + 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Minibatches(trial(training), DATA))
                .withMessage("An epoch of 10 examples has no full batch of 11, and last batches are dropped.");
    }

    private static List<Integer> seen(Minibatches minibatches, long from, long to) {
        List<Integer> seen = new ArrayList<>();
        for (long step = from; step < to; step++) {
            Minibatch batch = minibatches.at(step);
            seen.addAll(listed(Arrays.copyOfRange(batch.order(), batch.from(), batch.to())));
        }
        return seen;
    }

    private static List<Integer> listed(int[] order) {
        return IntStream.of(order).boxed().toList();
    }

    private static Minibatches minibatches(LastBatch lastBatch, int epochSteps) {
        return new Minibatches(trial(lastBatch, epochSteps), DATA);
    }

    private static Trial trial(LastBatch lastBatch, int epochSteps) {
        return trial(training(lastBatch, epochSteps, 3));
    }

    private static Trial trial(TrainingSpec training) {
        return Fixtures.trial(
                Fixtures.network(
                        List.of(),
                        ActivationName.RELU,
                        0,
                        Fixtures.output(2, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY)),
                training);
    }

    private static TrainingSpec training(LastBatch lastBatch, int epochSteps, int batchSize) {
        TrainingSpec usual = Fixtures.training(5, batchSize, new Sgd(), 0.1);
        return usual.builder()
                .order(Order.SHUFFLED)
                .lastBatch(lastBatch)
                .epochSteps(epochSteps)
                .augmentation(Augmentation.NONE)
                .stopping(EarlyStopping.NONE)
                .build();
    }
}
