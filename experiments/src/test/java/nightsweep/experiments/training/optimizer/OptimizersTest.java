package nightsweep.experiments.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import nightsweep.experiments.Named;
import nightsweep.experiments.maths.Arithmetic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for each optimizer that there is. */
class OptimizersTest {
    private static final int SEEDS = 20;
    private static final int STEPS = 30;

    /** Tells of one hyperparameter something else than the usual. */
    private static final class Changed implements Hyperparameters {
        private final String changed;
        private final Map<String, Object> asked = new LinkedHashMap<>();

        Changed(String changed) {
            this.changed = changed;
        }

        @Override
        public double number(String label, double usual, Range range) {
            double value = label.equals(changed) ? usual / 2 + 0.001 : usual;
            asked.put(label, value);
            assertThatThrownBy(() -> range.check(label, -1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(label + " ");
            return range.check(label, value);
        }

        @Override
        public <N extends Named> N choice(String label, List<N> all, N usual) {
            N value = label.equals(changed) ? all.get((all.indexOf(usual) + 1) % all.size()) : usual;
            asked.put(label, value);
            return value;
        }

        @Override
        public Either either(String label, String otherLabel, Either usual, Range range, String objection) {
            Either value = otherLabel.equals(changed) ? new Either(0, 0.001) : usual;
            if (label.equals(changed)) {
                value = new Either(usual.one() / 2 + 0.001, 0);
            }
            asked.put(label, value.one());
            asked.put(otherLabel, value.other());
            return value;
        }
    }

    private static Map<String, Object> components(OptimizerSpec optimizer) throws ReflectiveOperationException {
        Map<String, Object> components = new LinkedHashMap<>();
        for (RecordComponent component : optimizer.getClass().getRecordComponents()) {
            String label = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            components.put(label, component.getAccessor().invoke(optimizer));
        }
        return components;
    }

    @ParameterizedTest
    @EnumSource
    void isNamedAsItsRecord(OptimizerName name) {
        assertThat(name.label())
                .isEqualTo(name.defaults().getClass().getSimpleName().toLowerCase(Locale.ROOT));
        assertThat(name.defaults().name()).isEqualTo(name);
        assertThat(name.usualLearningRate()).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void asksForEachOfItsHyperparametersAndTakesIt(OptimizerName name) throws ReflectiveOperationException {
        assertThat(name.defaults().with(new Changed("none"))).isEqualTo(name.defaults());
        for (String label : components(name.defaults()).keySet()) {
            Changed changed = new Changed(label);
            OptimizerSpec other = name.defaults().with(changed);

            assertThat(other).as(label).isNotEqualTo(name.defaults());
            assertThat(changed.asked).isEqualTo(components(other));
            assertThat(List.copyOf(changed.asked.keySet()))
                    .isEqualTo(List.copyOf(components(other).keySet()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasTheSameStepWhateverWasAskedForBefore(OptimizerName name) {
        OptimizerSpec.Rule rule = name.defaults().rule(Arithmetic.SINGLE);
        List<OptimizerSpec.Step> back = Arrays.asList(new OptimizerSpec.Step[9]);
        for (int t = 9; t >= 1; t--) {
            back.set(t - 1, rule.at(0.1, t));
        }

        for (int t = 1; t <= 9; t++) {
            assertThat(name.defaults().rule(Arithmetic.SINGLE).at(0.1, t)).isEqualTo(back.get(t - 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void agreesInBothArithmetics(OptimizerName name) {
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            OptimizerSpec.Rule single = name.defaults().rule(Arithmetic.SINGLE);
            OptimizerSpec.Rule doubles = name.defaults().rule(Arithmetic.DOUBLE);
            OptimizerState floats = new OptimizerState.Floats(new float[name.stateValues()][1]);
            OptimizerState exact = new Exact(name.stateValues());
            for (int t = 1; t <= STEPS; t++) {
                float g = (float) random.nextDouble(-1, 1);
                double rounded = single.at(0.1, t).move(g, floats, 0);
                double step = doubles.at(0.1, t).move(g, exact, 0);

                assertThat(rounded).isEqualTo((float) rounded);
                assertThat(rounded).isCloseTo(step, within(1e-4 * Math.abs(step) + 1e-6));
            }
        }
    }

    /** The state of one parameter. */
    private static final class Exact implements OptimizerState {
        private final double[] numbers;

        Exact(int values) {
            numbers = new double[values];
        }

        @Override
        public double get(int which, int i) {
            return numbers[which];
        }

        @Override
        public double put(int which, int i, double value) {
            numbers[which] = value;
            return value;
        }
    }

    @ParameterizedTest
    @EnumSource
    void stepsDownhillAndStaysWhereThereIsNoSlope(OptimizerName name) {
        OptimizerSpec.Rule rule = name.defaults().rule(Arithmetic.SINGLE);

        for (Double slope : List.of(0.5, -0.5, 0.0)) {
            OptimizerState state = new OptimizerState.Floats(new float[name.stateValues()][1]);
            double step = rule.at(0.1, 1).move(slope, state, 0);

            assertThat(Math.abs(step) < 1e-9 ? 0 : Math.signum(step)).isEqualTo(Math.signum(slope));
        }
    }
}
