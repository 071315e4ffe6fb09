package nightsweep.worker.engine.fused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.engine.doubles.DoubleEngine;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Single against double precision, over activations, losses, optimizers, penalties, clippings and dropout. */
@Execution(ExecutionMode.CONCURRENT)
class DoubleAgreementIT {
    private static final double ROUNDING = 1e-5;

    /** Of the longest way in a step, where an optimizer divides a gradient by its size: see EngineAgreementIT. */
    private static final double MAGNIFIED = 5e-3;

    private static final double AFTER_ALL_STEPS = 1e-3;

    static Stream<EngineAgreementIT.Case> cases() {
        return Stream.of(
                        EngineAgreementIT.agreesOnActivationsUnderOptimizers(),
                        EngineAgreementIT.agreesOnLossesOverActivations(),
                        EngineAgreementIT.agreesOnPenaltiesAndClipping(),
                        EngineAgreementIT.agreesOnSpareUnits(),
                        EngineAgreementIT.agreesOnOtherFormsOfOptimizersUnderASchedule(),
                        EngineAgreementIT.agreesOnWeightedClassesAndSmoothedLabels()
                                .filter(one -> !one.name().startsWith("images")))
                .flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesUpToRounding(EngineAgreementIT.Case example) {
        Trial trial = Trials.of(example.network(), example.training());
        ExampleSet examples = Trials.examples(example.network().output().units() == 1 ? 2 : 4);

        EngineAgreementIT.Course exact = EngineAgreementIT.Course.of(new DoubleEngine(), trial, examples);
        EngineAgreementIT.Course fused = EngineAgreementIT.Course.of(FusedEngine.best(), trial, examples);

        assertThat(fused.start()).usingRecursiveComparison().isEqualTo(exact.start());
        assertClose("before the first step", fused.first(), exact.first(), ROUNDING);
        assertClose("after a step", fused.second(), exact.second(), ROUNDING);
        double magnified =
                magnified(trial.configuration().training().optimizer().name(), exact);
        for (int i = 0; i < exact.parameters().size(); i++) {
            LayerParameters wanted = exact.parameters().get(i);
            assertClose(fused.parameters().get(i).weights(), wanted.weights(), magnified, "weights of layer " + i);
            assertClose(fused.parameters().get(i).biases(), wanted.biases(), magnified, "biases of layer " + i);
        }
        assertClose("after all steps", fused.last(), exact.last(), AFTER_ALL_STEPS);
    }

    private static double magnified(OptimizerName optimizer, EngineAgreementIT.Course course) {
        if (List.of(OptimizerName.SGD, OptimizerName.MOMENTUM, OptimizerName.NESTEROV)
                .contains(optimizer)) {
            return 0;
        }
        double longest = 0;
        for (int layer = 0; layer < course.parameters().size(); layer++) {
            float[] before = course.start().get(layer).weights();
            float[] after = course.parameters().get(layer).weights();
            for (int i = 0; i < after.length; i++) {
                longest = Math.max(longest, Math.abs(after[i] - before[i]));
            }
        }
        return MAGNIFIED * longest;
    }

    private static void assertClose(float[] actual, float[] expected, double magnified, String where) {
        double largest = 0;
        for (float value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < expected.length && Double.isFinite(largest); i++) {
            assertThat((double) actual[i])
                    .as("%s, %s", where, i)
                    .isCloseTo(expected[i], within(ROUNDING * largest + magnified));
        }
    }

    private static void assertClose(String when, double actual, double expected, double tolerance) {
        if (Double.isFinite(expected)) {
            assertThat(actual).as(when).isCloseTo(expected, within(tolerance * (Math.abs(expected) + 1e-2)));
        } else {
            assertThat(actual).as(when).isNotFinite();
        }
    }

    @ParameterizedTest
    @EnumSource(Learner.TestMode.class)
    void predictsAlike(Learner.TestMode mode) {
        Trial trial = Trials.of(Trials.dropping(), Trials.training(OptimizerName.ADAM));
        ExampleSet examples = Trials.examples(4);
        int[] exact = new int[Trials.EXAMPLES - 7];
        int[] fused = new int[Trials.EXAMPLES - 7];

        try (Learner one = new DoubleEngine().learner(trial, Trials.dataset(examples));
                Learner other = FusedEngine.best().learner(trial, Trials.dataset(examples))) {
            for (int step = 0; step < 20; step++) {
                one.train(examples, Trials.order(), 0, Trials.BATCH, step, 0);
                other.train(examples, Trials.order(), 0, Trials.BATCH, step, 0);
            }
            one.test(examples, Trials.order(), 7, Trials.EXAMPLES, exact, mode);
            other.test(examples, Trials.order(), 7, Trials.EXAMPLES, fused, mode);
        }

        assertThat(fused).isEqualTo(exact);
    }
}
