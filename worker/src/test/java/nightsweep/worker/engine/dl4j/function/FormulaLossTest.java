package nightsweep.worker.engine.dl4j.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.worker.engine.dl4j.Nd4jRuntime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/** A loss by its formula, beside Deeplearning4j's own. */
class FormulaLossTest {
    private static final int ROWS = 5;
    private static final int UNITS = 4;

    static Stream<LossName> losses() {
        return Stream.of(LossName.values())
                .filter(LossName::hasOneOfAnExample)
                .filter(name -> Losses.own(output(name)).isPresent());
    }

    private static LayerSpec.Output output(LossName name) {
        Initial zero = new Initial.Constant(0);
        return new LayerSpec.Output(UNITS, Activation.of(ActivationName.SIGMOID), name, zero, zero);
    }

    @Test
    void comparesAllThatDeeplearning4jHas() {
        assertThat(losses()).hasSizeGreaterThanOrEqualTo(21);
    }

    private static INDArray numbers(long seed, double low, double high) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[ROWS * UNITS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(low, high);
        }
        return Nd4j.create(values, new long[] {ROWS, UNITS}, 'c');
    }

    @BeforeAll
    static void start() {
        Nd4jRuntime.start();
    }

    @ParameterizedTest
    @MethodSource("losses")
    void isDeeplearning4jsOwn(LossName name) {
        Initial zero = new Initial.Constant(0);
        LayerSpec.Output output = new LayerSpec.Output(UNITS, Activation.of(ActivationName.SIGMOID), name, zero, zero);
        ILossFunction own = Losses.stock(output);
        double divisor = name.meanOfSummed() ? UNITS : 1;
        FormulaLoss formula = new FormulaLoss(name);
        IActivation sigmoid = new ActivationSigmoid();
        INDArray z = numbers(1, -2, 2);
        INDArray labels = numbers(2, 0.1, 0.9);

        double score = formula.computeScore(labels, z.dup(), sigmoid, null, false);
        INDArray gradient = formula.computeGradient(labels, z.dup(), sigmoid, null);

        double wanted = own.computeScore(labels, z.dup(), sigmoid, null, false) / divisor;
        INDArray slopes = own.computeGradient(labels, z.dup(), sigmoid, null);
        assertThat(score).isCloseTo(wanted, within(1e-4 * Math.abs(wanted) + 1e-5));
        for (int i = 0; i < ROWS * UNITS; i++) {
            double slope = slopes.getDouble(i) / divisor;
            assertThat(gradient.getDouble(i))
                    .as("derivative %s", i)
                    .isCloseTo(slope, within(1e-4 * Math.abs(slope) + 1e-5));
        }
    }
}
