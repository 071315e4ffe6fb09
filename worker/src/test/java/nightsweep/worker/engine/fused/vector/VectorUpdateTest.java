package nightsweep.worker.engine.fused.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import nightsweep.experiments.training.Clipping;
import nightsweep.experiments.training.LearningRate;
import nightsweep.experiments.training.Penalty;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.worker.engine.fused.kernel.Kernels;
import nightsweep.worker.engine.fused.kernel.ParameterArrays;
import nightsweep.worker.engine.fused.kernel.UpdateTerms;
import nightsweep.worker.engine.fused.plain.PlainKernels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VectorUpdateTest {
    private static final int COUNT = 96;
    private static final Penalty PENALTY = new Penalty(0.01, 0.02, 0.03, Penalty.Reach.WEIGHTS);
    private static final Clipping CLIPPING = new Clipping(Clipping.Kind.VALUE, 0.5);

    @ParameterizedTest
    @EnumSource
    void movesAsPlainJavaDoes(OptimizerName optimizer) {
        UpdateTerms terms = UpdateTerms.biases(training(optimizer, Penalty.NONE, Clipping.NONE));

        assertSameMoves(optimizer, terms);
    }

    @ParameterizedTest
    @EnumSource
    void movesAsPlainJavaDoesUnderPenalties(OptimizerName optimizer) {
        UpdateTerms terms = UpdateTerms.weights(training(optimizer, PENALTY, CLIPPING));

        assertThat(terms.penalised()).isTrue();
        assertSameMoves(optimizer, terms);
    }

    @ParameterizedTest
    @EnumSource
    void leavesNoDenormalsBehind(OptimizerName optimizer) {
        UpdateTerms terms = UpdateTerms.biases(training(optimizer, Penalty.NONE, Clipping.NONE));
        ParameterArrays arrays = ParameterArrays.of(COUNT, optimizer);
        fill(arrays, new SplittableRandom(3), 1);
        Kernels kernels = new VectorKernels();

        for (int step = 0; step < 2_000; step++) {
            terms.at(step, 0);
            kernels.update(optimizer).move(arrays, 0, COUNT, terms);
            arrays.gradients().fill(step % 2 == 0 ? 0 : 1e-33f);
        }

        for (int i = 0; i < COUNT; i++) {
            assertThat(denormal(arrays.parameters().values().get(i))).isFalse();
            for (int which = 0; which < optimizer.stateValues(); which++) {
                assertThat(denormal(arrays.state(which)[i])).isFalse();
            }
        }
    }

    private static boolean denormal(float value) {
        return value != 0 && Math.abs(value) < Float.MIN_NORMAL;
    }

    private void assertSameMoves(OptimizerName optimizer, UpdateTerms terms) {
        ParameterArrays fast = ParameterArrays.of(COUNT, optimizer);
        ParameterArrays slow = ParameterArrays.of(COUNT, optimizer);
        fill(fast, new SplittableRandom(7), 1);
        fill(slow, new SplittableRandom(7), 1);
        SplittableRandom fastRandom = new SplittableRandom(9);
        SplittableRandom slowRandom = new SplittableRandom(9);

        for (int step = 0; step < 20; step++) {
            terms.at(step, 0);
            terms.factor(step % 2 == 0 ? 1 : 0.5f);
            if (terms.penalised()) {
                new VectorKernels().update(optimizer).movePenalised(fast, 0, COUNT, terms);
                new PlainKernels().update(optimizer).movePenalised(slow, 0, COUNT, terms);
            } else {
                new VectorKernels().update(optimizer).move(fast, 0, COUNT, terms);
                new PlainKernels().update(optimizer).move(slow, 0, COUNT, terms);
            }
            fill(fast, fastRandom, 0);
            fill(slow, slowRandom, 0);
        }

        assertThat(fast.parameters().array()).isEqualTo(slow.parameters().array());
        for (int which = 0; which < optimizer.stateValues(); which++) {
            assertThat(fast.state(which)).as("state %s", which).isEqualTo(slow.state(which));
        }
    }

    private static void fill(ParameterArrays arrays, SplittableRandom random, int parameters) {
        for (int i = 0; i < COUNT; i++) {
            arrays.gradients().values().put(i, (float) random.nextDouble(-1, 1));
            if (parameters > 0) {
                arrays.parameters().values().put(i, (float) random.nextDouble(-1, 1));
            }
        }
    }

    private static TrainingSpec training(OptimizerName optimizer, Penalty penalty, Clipping clipping) {
        return TrainingSpec.builder(1, 1, optimizer.defaults(), LearningRate.constant(0.01))
                .penalty(penalty)
                .clipping(clipping)
                .build();
    }
}
