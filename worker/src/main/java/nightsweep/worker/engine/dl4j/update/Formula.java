package nightsweep.worker.engine.dl4j.update;

import java.util.Map;
import java.util.function.DoubleConsumer;
import nightsweep.experiments.maths.Arithmetic;
import nightsweep.experiments.training.optimizer.OptimizerSpec;
import nightsweep.experiments.training.optimizer.OptimizerState;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;

/** An optimizer that Deeplearning4j lacks, as formulas over whole arrays: a gradient becomes what is subtracted. */
abstract sealed class Formula implements GradientUpdater<Updater> {
    private final Updater config;

    private Formula(Updater config) {
        this.config = config;
    }

    /** Turns {@code gradient} into the update, in place. */
    abstract void apply(INDArray gradient, double rate, int iteration, int epoch);

    @Override
    public void applyUpdater(INDArray gradient, int iteration, int epoch) {
        apply(gradient, config.getLearningRate(iteration, epoch), iteration, epoch);
    }

    @Override
    public Updater getConfig() {
        return config;
    }

    @Override
    public void setState(Map<String, INDArray> stateMap, boolean initialize) {
        throw new UnsupportedOperationException("State is always a view of one array.");
    }

    @Override
    public Map<String, INDArray> getState() {
        throw new UnsupportedOperationException("State is always a view of one array.");
    }

    @Override
    public void setStateViewArray(INDArray viewArray, long[] gradientShape, char gradientOrder, boolean initialize) {
        throw new UnsupportedOperationException("State is given when an updater is made.");
    }

    /** Another updater's step, times the learning rate. */
    static final class Scaled extends Formula {
        private final GradientUpdater<?> updater;

        Scaled(Updater config, GradientUpdater<?> updater) {
            super(config);
            this.updater = updater;
        }

        @Override
        void apply(INDArray gradient, double rate, int iteration, int epoch) {
            updater.applyUpdater(gradient, iteration, epoch);
            if (rate != 1) {
                gradient.muli(rate);
            }
        }
    }

    /**
     * What is added to the root of a running square of decay {@code beta2}, which is corrected in another place.
     *
     * @param after to the corrected root
     * @param before to the root itself
     */
    record Epsilon(double beta2, double after, double before) {
        double at(int iteration) {
            return before + after * StrictMath.sqrt(1 - StrictMath.pow(beta2, iteration + 1.0));
        }
    }

    /** Deeplearning4j's Adam, or one of its kin, told at each step what epsilon is before the correction of bias. */
    static final class Corrected extends Formula {
        private final GradientUpdater<?> updater;
        private final DoubleConsumer told;
        private final Epsilon epsilon;

        Corrected(Updater config, GradientUpdater<?> updater, DoubleConsumer told, Epsilon epsilon) {
            super(config);
            this.updater = updater;
            this.told = told;
            this.epsilon = epsilon;
        }

        @Override
        void apply(INDArray gradient, double rate, int iteration, int epoch) {
            told.accept(epsilon.at(iteration));
            updater.applyUpdater(gradient, iteration, epoch);
        }
    }

    /** The optimizer's rule, in single precision. */
    static final class Ours extends Formula {
        private final OptimizerSpec.Rule rule;
        private final INDArray state;
        private final float[][] remembered;
        private final float[] gradients;

        Ours(Updater config, INDArray state) {
            super(config);
            this.state = state;
            rule = config.spec().rule(Arithmetic.SINGLE);
            int values = config.spec().stateValues();
            int parameters = Math.toIntExact(state.length() / values);
            remembered = new float[values][parameters];
            gradients = new float[parameters];
        }

        @Override
        void apply(INDArray gradient, double rate, int iteration, int epoch) {
            FloatPointer given = memory(gradient);
            FloatPointer kept = memory(state);
            given.get(gradients);
            for (int which = 0; which < remembered.length; which++) {
                kept.position((long) which * gradients.length).get(remembered[which]);
            }
            OptimizerSpec.Step now = rule.at(rate, iteration + 1L);
            OptimizerState memory = new OptimizerState.Floats(remembered);
            for (int i = 0; i < gradients.length; i++) {
                gradients[i] = (float) now.move(gradients[i], memory, i);
            }
            given.put(gradients);
            for (int which = 0; which < remembered.length; which++) {
                kept.position((long) which * gradients.length).put(remembered[which]);
            }
        }

        /** The numbers of an array or a view of one, which lie side by side. */
        private static FloatPointer memory(INDArray array) {
            if (array.elementWiseStride() != 1) {
                throw new IllegalStateException("An updater's view has gaps.");
            }
            return new FloatPointer(array.data().addressPointer()).capacity(array.length());
        }
    }
}
