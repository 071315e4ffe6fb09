package nightsweep.experiments.training.optimizer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nightsweep.experiments.Named;

/** The optimizers that there are: a line each. */
public enum OptimizerName implements Named {
    SGD(Sgd.USUAL),
    MOMENTUM(Momentum.USUAL),
    NESTEROV(Nesterov.USUAL),
    ADAGRAD(AdaGrad.USUAL),
    ADADELTA(AdaDelta.USUAL),
    RMSPROP(RmsProp.USUAL),
    ADAM(Adam.USUAL),
    ADAMW(AdamW.USUAL),
    ADAMAX(AdaMax.USUAL),
    NADAM(Nadam.USUAL),
    AMSGRAD(AmsGrad.USUAL),
    ADABELIEF(AdaBelief.USUAL),
    LION(Lion.USUAL);

    private static final Map<Class<?>, OptimizerName> BY_CLASS =
            Arrays.stream(values()).collect(Collectors.toMap(name -> name.defaults.getClass(), Function.identity()));

    private final OptimizerSpec defaults;

    OptimizerName(OptimizerSpec defaults) {
        this.defaults = defaults;
    }

    static OptimizerName of(OptimizerSpec optimizer) {
        OptimizerName name = BY_CLASS.get(optimizer.getClass());
        if (name == null) {
            throw new IllegalStateException(optimizer.getClass() + " has no line here.");
        }
        return name;
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The learning rate where a sweep file is silent; AdaDelta multiplies its own step by it. */
    public double usualLearningRate() {
        return defaults.usualLearningRate();
    }

    /** Numbers of state kept for each parameter. */
    public int stateValues() {
        return defaults.stateValues();
    }

    /** The optimizer with every hyperparameter at its default. */
    public OptimizerSpec defaults() {
        return defaults;
    }
}
