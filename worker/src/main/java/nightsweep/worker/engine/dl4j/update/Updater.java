package nightsweep.worker.engine.dl4j.update;

import java.util.Map;
import nightsweep.experiments.training.optimizer.AdaDelta;
import nightsweep.experiments.training.optimizer.AdaGrad;
import nightsweep.experiments.training.optimizer.Adam;
import nightsweep.experiments.training.optimizer.AdamW;
import nightsweep.experiments.training.optimizer.AmsGrad;
import nightsweep.experiments.training.optimizer.OptimizerSpec;
import nightsweep.experiments.training.optimizer.RmsProp;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * An optimizer for Deeplearning4j: its own where it has one that follows the formula, else the rule of {@link OptimizerSpec}.
 * Its Nadam does not correct the second moment's bias and has a constant momentum, its AdaMax adds no epsilon, its AdaBelief
 * cannot be started, its momentum multiplies by the rate of each gradient, and Adam's epsilon is added before the correction
 * of bias.
 */
public record Updater(OptimizerSpec spec, RateSchedule rate) implements IUpdater {
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
        if (spec instanceof AdaDelta adaDelta) {
            var own = new org.nd4j.linalg.learning.config.AdaDelta(adaDelta.rho(), adaDelta.epsilon());
            return new Formula.Scaled(this, own.instantiate(state, true));
        }
        if (spec instanceof Adam adam) {
            return adam(adam, state);
        }
        if (spec instanceof AdamW adamW) {
            return adam(adamW.adam(), state);
        }
        if (spec instanceof AmsGrad amsGrad) {
            AMSGrad own = new AMSGrad(Double.NaN, amsGrad.beta1(), amsGrad.beta2(), amsGrad.epsilon());
            return new Formula.Corrected(
                    this,
                    scheduled(own).instantiate(state, true),
                    own::setEpsilon,
                    new Formula.Epsilon(amsGrad.beta2(), amsGrad.epsilon(), amsGrad.epsilonHat()));
        }
        if (spec instanceof AdaGrad adaGrad) {
            var own = new org.nd4j.linalg.learning.config.AdaGrad(Double.NaN, adaGrad.epsilon());
            return scheduled(own).instantiate(state, true);
        }
        if (spec instanceof RmsProp rmsProp) {
            var own = new org.nd4j.linalg.learning.config.RmsProp(Double.NaN, rmsProp.decay(), rmsProp.epsilon());
            return scheduled(own).instantiate(state, true);
        }
        return new Formula.Ours(this, state);
    }

    private GradientUpdater<?> adam(Adam spec, INDArray state) {
        var own = new org.nd4j.linalg.learning.config.Adam(Double.NaN, spec.beta1(), spec.beta2(), spec.epsilon());
        Formula.Epsilon epsilon = new Formula.Epsilon(spec.beta2(), spec.epsilon(), spec.epsilonHat());
        return new Formula.Corrected(this, scheduled(own).instantiate(state, true), own::setEpsilon, epsilon);
    }

    private IUpdater scheduled(IUpdater updater) {
        updater.setLrAndSchedule(Double.NaN, rate);
        return updater;
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
