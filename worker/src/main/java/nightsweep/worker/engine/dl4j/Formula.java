package nightsweep.worker.engine.dl4j;

import java.util.Map;
import java.util.function.DoubleConsumer;
import nightsweep.experiments.training.OptimizerSpec;
import nightsweep.worker.engine.NadamMomentum;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.ops.transforms.Transforms;

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

    private static INDArray half(INDArray state, int which) {
        long length = state.length() / 2;
        return state.get(NDArrayIndex.interval(which * length, (which + 1) * length));
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

    /** {@link OptimizerSpec.Momentum}, and {@link OptimizerSpec.Nesterov}, which looks ahead by one more step. */
    static final class Momentum extends Formula {
        private final double momentum;
        private final boolean rateAtUse;
        private final boolean ahead;
        private final INDArray velocity;

        Momentum(Updater config, OptimizerSpec.Momentum spec, INDArray state) {
            super(config);
            momentum = spec.momentum();
            rateAtUse = spec.rate() == OptimizerSpec.RateUse.AT_USE;
            ahead = false;
            velocity = state;
        }

        Momentum(Updater config, OptimizerSpec.Nesterov spec, INDArray state) {
            super(config);
            momentum = spec.momentum();
            rateAtUse = spec.rate() == OptimizerSpec.RateUse.AT_USE;
            ahead = true;
            velocity = state;
        }

        @Override
        void apply(INDArray gradient, double rate, int iteration, int epoch) {
            velocity.muli(momentum).addi(rateAtUse ? gradient : gradient.muli(rate));
            if (ahead) {
                gradient.addi(velocity.mul(momentum));
            } else {
                gradient.assign(velocity);
            }
            if (rateAtUse) {
                gradient.muli(rate);
            }
        }
    }

    /** {@link OptimizerSpec.AdaMax}. */
    static final class AdaMax extends Formula {
        private final OptimizerSpec.AdaMax spec;
        private final INDArray mean;
        private final INDArray size;

        AdaMax(Updater config, OptimizerSpec.AdaMax spec, INDArray state) {
            super(config);
            this.spec = spec;
            mean = half(state, 0);
            size = half(state, 1);
        }

        @Override
        void apply(INDArray gradient, double rate, int iteration, int epoch) {
            mean.muli(spec.beta1()).addi(gradient.mul(1 - spec.beta1()));
            INDArray now = Transforms.abs(gradient, false).addi(spec.epsilon());
            Transforms.max(size.muli(spec.beta2()), now, false);
            gradient.assign(mean)
                    .muli(rate / (1 - StrictMath.pow(spec.beta1(), iteration + 1)))
                    .divi(size);
        }
    }

    /** {@link OptimizerSpec.Nadam}. */
    static final class Nadam extends Formula {
        private final OptimizerSpec.Nadam spec;
        private final NadamMomentum momentum;
        private final INDArray mean;
        private final INDArray square;

        Nadam(Updater config, OptimizerSpec.Nadam spec, INDArray state) {
            super(config);
            this.spec = spec;
            momentum = new NadamMomentum(spec);
            mean = half(state, 0);
            square = half(state, 1);
        }

        @Override
        void apply(INDArray gradient, double rate, int iteration, int epoch) {
            double beta1 = spec.beta1();
            double beta2 = spec.beta2();
            int t = iteration + 1;
            mean.muli(beta1).addi(gradient.mul(1 - beta1));
            square.muli(beta2).addi(gradient.mul(gradient).muli(1 - beta2));
            INDArray divisor = square.div(1 - StrictMath.pow(beta2, t));
            Transforms.sqrt(divisor, false).addi(spec.epsilon());
            momentum.at(t);
            gradient.muli(momentum.gradientShare())
                    .addi(mean.mul(momentum.meanShare()))
                    .muli(rate)
                    .divi(divisor);
        }
    }

    /** {@link OptimizerSpec.AdaBelief}. */
    static final class AdaBelief extends Formula {
        private final OptimizerSpec.AdaBelief spec;
        private final INDArray mean;
        private final INDArray variance;

        AdaBelief(Updater config, OptimizerSpec.AdaBelief spec, INDArray state) {
            super(config);
            this.spec = spec;
            mean = half(state, 0);
            variance = half(state, 1);
        }

        @Override
        void apply(INDArray gradient, double rate, int iteration, int epoch) {
            double beta1 = spec.beta1();
            double beta2 = spec.beta2();
            int t = iteration + 1;
            mean.muli(beta1).addi(gradient.mul(1 - beta1));
            gradient.subi(mean);
            variance.muli(beta2).addi(gradient.muli(gradient).muli(1 - beta2)).addi(spec.epsilon());
            INDArray divisor = variance.div(1 - StrictMath.pow(beta2, t));
            Transforms.sqrt(divisor, false).addi(spec.epsilon());
            gradient.assign(mean).muli(rate / (1 - StrictMath.pow(beta1, t))).divi(divisor);
        }
    }
}
