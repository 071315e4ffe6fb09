package nightsweep.experiments.training;

import nightsweep.experiments.Named;

/** The optimizers that there are, each with its defaults: the only place where those stand. */
public enum OptimizerName implements Named {
    SGD("sgd", 0.01, 0, new OptimizerSpec.Sgd()),
    MOMENTUM("momentum", 0.01, 1, new OptimizerSpec.Momentum(0.9, OptimizerSpec.RateUse.AT_USE)),
    NESTEROV("nesterov", 0.01, 1, new OptimizerSpec.Nesterov(0.9, OptimizerSpec.RateUse.AT_USE)),
    ADAGRAD("adagrad", 0.01, 1, new OptimizerSpec.AdaGrad(1e-6)),
    ADADELTA("adadelta", 1, 2, new OptimizerSpec.AdaDelta(0.95, 1e-6)),
    RMSPROP("rmsprop", 0.001, 1, new OptimizerSpec.RmsProp(0.99, 1e-8)),
    ADAM("adam", 0.001, 2, new OptimizerSpec.Adam(0.9, 0.999, 1e-8, 0)),
    ADAMW("adamw", 0.001, 2, new OptimizerSpec.AdamW(0.9, 0.999, 1e-8, 0, 0.01)),
    ADAMAX("adamax", 0.001, 2, new OptimizerSpec.AdaMax(0.9, 0.999, 1e-8)),
    NADAM("nadam", 0.001, 2, new OptimizerSpec.Nadam(0.9, 0.999, 1e-8, 0.004)),
    AMSGRAD("amsgrad", 0.001, 3, new OptimizerSpec.AmsGrad(0.9, 0.999, 1e-8, 0)),
    ADABELIEF("adabelief", 0.001, 2, new OptimizerSpec.AdaBelief(0.9, 0.999, 1e-14));

    private final String label;
    private final double usualLearningRate;
    private final int stateValues;
    private final OptimizerSpec defaults;

    OptimizerName(String label, double usualLearningRate, int stateValues, OptimizerSpec defaults) {
        this.label = label;
        this.usualLearningRate = usualLearningRate;
        this.stateValues = stateValues;
        this.defaults = defaults;
    }

    @Override
    public String label() {
        return label;
    }

    /** The learning rate where a sweep file is silent; AdaDelta multiplies its own step by it. */
    public double usualLearningRate() {
        return usualLearningRate;
    }

    /** Numbers of state kept for each parameter. */
    public int stateValues() {
        return stateValues;
    }

    /** The optimizer with every hyperparameter at its default. */
    public OptimizerSpec defaults() {
        return defaults;
    }
}
