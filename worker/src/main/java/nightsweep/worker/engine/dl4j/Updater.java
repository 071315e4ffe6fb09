package nightsweep.worker.engine.dl4j;

import java.util.Map;
import nightsweep.experiments.training.OptimizerSpec;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * An optimizer for Deeplearning4j: its own where they follow the formulas of {@link OptimizerSpec}. Its Nadam does not
 * correct the second moment's bias and has a constant momentum, its AdaMax adds no epsilon, its AdaBelief cannot be started,
 * its momentum multiplies by the rate of each gradient, and Adam's epsilon is added before the correction of bias.
 */
record Updater(OptimizerSpec spec, RateSchedule rate) implements IUpdater {
    @Override
    public long stateSize(long numParams) {
        return numParams * spec.name().stateValues();
    }

    /** @param viewArray where state is kept; null for an optimizer without */
    @Override
    @SuppressWarnings("rawtypes") // so declared by Deeplearning4j
    public GradientUpdater instantiate(@Nullable INDArray viewArray, boolean initializeViewArray) {
        if (viewArray == null) {
            return scheduled(new Sgd()).instantiate(Map.of(), false);
        }
        GradientUpdater updater = updater(viewArray);
        if (initializeViewArray) {
            // Deeplearning4j starts some at epsilon.
            viewArray.assign(0);
        }
        return updater;
    }

    private GradientUpdater<?> updater(INDArray state) {
        if (spec instanceof OptimizerSpec.AdaDelta adaDelta) {
            AdaDelta own = new AdaDelta(adaDelta.rho(), adaDelta.epsilon());
            return new Formula.Scaled(this, own.instantiate(state, true));
        }
        if (spec instanceof OptimizerSpec.Momentum momentum) {
            return new Formula.Momentum(this, momentum, state);
        }
        if (spec instanceof OptimizerSpec.Nesterov nesterov) {
            return new Formula.Momentum(this, nesterov, state);
        }
        if (spec instanceof OptimizerSpec.AdaMax adaMax) {
            return new Formula.AdaMax(this, adaMax, state);
        }
        if (spec instanceof OptimizerSpec.Adam adam) {
            return adam(new Adam(Double.NaN, adam.beta1(), adam.beta2(), adam.epsilon()), adam.epsilonHat(), state);
        }
        if (spec instanceof OptimizerSpec.AdamW adamW) {
            return adam(new Adam(Double.NaN, adamW.beta1(), adamW.beta2(), adamW.epsilon()), adamW.epsilonHat(), state);
        }
        if (spec instanceof OptimizerSpec.AmsGrad amsGrad) {
            AMSGrad own = new AMSGrad(Double.NaN, amsGrad.beta1(), amsGrad.beta2(), amsGrad.epsilon());
            return new Formula.Corrected(
                    this,
                    scheduled(own).instantiate(state, true),
                    own::setEpsilon,
                    new Formula.Epsilon(amsGrad.beta2(), amsGrad.epsilon(), amsGrad.epsilonHat()));
        }
        if (spec instanceof OptimizerSpec.Nadam nadam) {
            return new Formula.Nadam(this, nadam, state);
        }
        if (spec instanceof OptimizerSpec.AdaBelief adaBelief) {
            return new Formula.AdaBelief(this, adaBelief, state);
        }
        return scheduled(own()).instantiate(state, true);
    }

    private GradientUpdater<?> adam(Adam own, double epsilonHat, INDArray state) {
        Formula.Epsilon epsilon = new Formula.Epsilon(own.getBeta2(), own.getEpsilon(), epsilonHat);
        return new Formula.Corrected(this, scheduled(own).instantiate(state, true), own::setEpsilon, epsilon);
    }

    private IUpdater scheduled(IUpdater updater) {
        updater.setLrAndSchedule(Double.NaN, rate);
        return updater;
    }

    private IUpdater own() {
        if (spec instanceof OptimizerSpec.AdaGrad adaGrad) {
            return new AdaGrad(Double.NaN, adaGrad.epsilon());
        }
        if (spec instanceof OptimizerSpec.RmsProp rmsProp) {
            return new RmsProp(Double.NaN, rmsProp.decay(), rmsProp.epsilon());
        }
        throw new AssertionError(spec);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public GradientUpdater instantiate(Map<String, INDArray> updaterState, boolean initializeStateArrays) {
        throw new UnsupportedOperationException("State is always a view of one array.");
    }

    @Override
    public double getLearningRate(int iteration, int epoch) {
        return rate.valueAt(iteration, epoch);
    }

    @Override
    public boolean hasLearningRate() {
        return true;
    }

    @Override
    public void setLrAndSchedule(double lr, ISchedule lrSchedule) {
        throw new UnsupportedOperationException("The learning rate is the trial's.");
    }

    @Override
    public Updater clone() {
        return this;
    }
}
