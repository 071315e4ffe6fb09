package nightsweep.worker.training.fused.kernel;

import nightsweep.experiments.training.Clipping;
import nightsweep.experiments.training.OptimizerSpec;
import nightsweep.experiments.training.Penalty;
import nightsweep.experiments.training.TrainingSpec;

/**
 * The numbers of one step's update, the same for every parameter of a kind. Products and differences of decay rates are
 * taken in single precision, as DL4J's updaters take them: {@code 1 - 0.999f} is 5e-5 more than 0.001.
 */
public final class UpdateTerms {
    private final TrainingSpec training;
    private final float l1;
    private final float l2;
    private final double weightDecay;
    private final float limit;
    private final float first;
    private final float second;
    private final float epsilon;
    private float rate;
    private float decay;
    private float factor = 1;

    private UpdateTerms(TrainingSpec training, Penalty penalty, double weightDecay) {
        this.training = training;
        this.l1 = (float) penalty.l1();
        this.l2 = (float) penalty.l2();
        this.weightDecay = weightDecay;
        Clipping clipping = training.clipping();
        limit = clipping.kind() == Clipping.Kind.VALUE ? (float) clipping.limit() : Float.POSITIVE_INFINITY;
        Decays decays = Decays.of(training.optimizer());
        first = (float) decays.first();
        second = (float) decays.second();
        epsilon = (float) decays.epsilon();
    }

    /** The terms of weights. */
    public static UpdateTerms weights(TrainingSpec training) {
        double own = training.optimizer() instanceof OptimizerSpec.AdamW adamW ? adamW.weightDecay() : 0;
        return new UpdateTerms(
                training, training.penalty(), own + training.penalty().weightDecay());
    }

    /** The terms of biases, which are free of penalties. */
    public static UpdateTerms biases(TrainingSpec training) {
        return new UpdateTerms(training, Penalty.NONE, 0);
    }

    /** Whether {@link UpdatePass#move} would leave something out. */
    public boolean penalised() {
        return l1 != 0 || l2 != 0 || weightDecay != 0 || limit != Float.POSITIVE_INFINITY;
    }

    /** Turns to a step, counted from 0 as epochs are. */
    public void at(long step, int epoch) {
        double learningRate = training.learningRate().at(step, epoch);
        decay = (float) (learningRate * weightDecay);
        rate = (float) (learningRate * correction(step + 1));
    }

    private double correction(long t) {
        return switch (training.optimizer().name()) {
            case ADAM, ADAMW, AMSGRAD, ADABELIEF -> StrictMath.sqrt(1 - power(second, t)) / (1 - power(first, t));
            case ADAMAX, NADAM -> 1 / (1 - power(first, t));
            default -> 1;
        };
    }

    private static double power(float base, long t) {
        return (float) StrictMath.pow(base, (double) t);
    }

    /** What the gradients that follow are multiplied by. */
    public void factor(float value) {
        factor = value;
    }

    /** What gradients are multiplied by before anything else. */
    public float factor() {
        return factor;
    }

    /** The largest absolute value of a gradient, infinite where none is too large. */
    public float limit() {
        return limit;
    }

    public float l1() {
        return l1;
    }

    public float l2() {
        return l2;
    }

    /** The part of a parameter that is taken off it, beside its gradient's part. */
    public float decay() {
        return decay;
    }

    /** The learning rate, with the optimizer's correction for the state's start at zero. */
    public float rate() {
        return rate;
    }

    /** Momentum, or the decay of the first number of state. */
    public float first() {
        return first;
    }

    /** The decay of the second number of state. */
    public float second() {
        return second;
    }

    /** 1 less {@link #first}. */
    public float firstRest() {
        return 1 - first;
    }

    /** 1 less {@link #second}. */
    public float secondRest() {
        return 1 - second;
    }

    public float epsilon() {
        return epsilon;
    }
}
