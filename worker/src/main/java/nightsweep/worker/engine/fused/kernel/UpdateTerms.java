package nightsweep.worker.engine.fused.kernel;

import java.util.Optional;
import nightsweep.experiments.training.Clipping;
import nightsweep.experiments.training.OptimizerName;
import nightsweep.experiments.training.OptimizerSpec;
import nightsweep.experiments.training.Penalty;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.worker.engine.NadamMomentum;

/**
 * The numbers of one step's update, the same for every parameter of a kind. Where the DL4J engine uses an updater of
 * DL4J's own, decay rates and their powers are rounded to single precision first, as there: {@code 1 - 0.999f} is 5e-5
 * more than 0.001.
 */
public final class UpdateTerms {
    private final TrainingSpec training;
    private final float l1;
    private final float l2;
    private final double weightDecay;
    private final float limit;
    private final Decays decays;
    private final float first;
    private final float second;
    private final float firstRest;
    private final float secondRest;
    private final Optional<NadamMomentum> nadam;
    private float epsilon;
    private float gradientFactor = 1;
    private float rate;
    private float meanShare;
    private float gradientShare;
    private float squareFactor = 1;
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
        boolean ours = ours(training.optimizer().name());
        firstRest = ours ? (float) (1 - decays.first()) : 1 - first;
        secondRest = ours ? (float) (1 - decays.second()) : 1 - second;
        epsilon = (float) decays.epsilon();
        nadam = training.optimizer() instanceof OptimizerSpec.Nadam spec
                ? Optional.of(new NadamMomentum(spec))
                : Optional.empty();
        this.decays = decays;
    }

    /** The terms of weights. */
    public static UpdateTerms weights(TrainingSpec training) {
        double own = training.optimizer() instanceof OptimizerSpec.AdamW adamW ? adamW.weightDecay() : 0;
        return new UpdateTerms(
                training, training.penalty(), own + training.penalty().weightDecay());
    }

    /** The terms of biases, which may be free of penalties. */
    public static UpdateTerms biases(TrainingSpec training) {
        return training.penalty().penalised() == Penalty.Reach.ALL
                ? weights(training)
                : new UpdateTerms(training, Penalty.NONE, 0);
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
        if (ours(training.optimizer().name())) {
            correct(step + 1, learningRate);
        }
        epsilon = (float) (decays.epsilonHat() + decays.epsilon() * beforeCorrection(step + 1));
        if (decays.rateAtGradient()) {
            gradientFactor = rate;
            rate = 1;
        }
    }

    /** What an epsilon that is added to a corrected root is worth beside one that is not. */
    private double beforeCorrection(long t) {
        return switch (training.optimizer().name()) {
            case ADAM, ADAMW, AMSGRAD -> StrictMath.sqrt(1 - power(second, t));
            default -> 1;
        };
    }

    /** Whether the DL4J engine computes it by formulas of its own. */
    private static boolean ours(OptimizerName optimizer) {
        return optimizer == OptimizerName.NADAM || optimizer == OptimizerName.ADABELIEF;
    }

    private void correct(long t, double learningRate) {
        double rest = 1 - StrictMath.pow(decays.first(), (double) t);
        rate = (float) (learningRate / rest);
        nadam.ifPresent(momentum -> {
            momentum.at(t);
            meanShare = (float) (learningRate * momentum.meanShare());
            gradientShare = (float) (learningRate * momentum.gradientShare());
        });
        squareFactor = (float) (1 / (1 - StrictMath.pow(decays.second(), (double) t)));
    }

    private double correction(long t) {
        return switch (training.optimizer().name()) {
            case ADAM, ADAMW, AMSGRAD -> StrictMath.sqrt(1 - power(second, t)) / (1 - power(first, t));
            case ADAMAX -> 1 / (1 - power(first, t));
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

    /** Momentum: what gradients are multiplied by as they come in. */
    public float gradientFactor() {
        return gradientFactor;
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
        return firstRest;
    }

    /** 1 less {@link #second}. */
    public float secondRest() {
        return secondRest;
    }

    /** Nadam: what the running mean is multiplied by. */
    public float meanShare() {
        return meanShare;
    }

    /** Nadam: what the gradient itself is multiplied by. */
    public float gradientShare() {
        return gradientShare;
    }

    /** Nadam and AdaBelief: the correction of the second number of state for its start at zero. */
    public float squareFactor() {
        return squareFactor;
    }

    /** What is added to the root of a square, in the measure of the square. */
    public float epsilon() {
        return epsilon;
    }
}
