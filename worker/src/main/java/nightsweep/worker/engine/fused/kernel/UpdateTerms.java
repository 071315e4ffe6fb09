package nightsweep.worker.engine.fused.kernel;

import nightsweep.experiments.maths.Arithmetic;
import nightsweep.experiments.training.Clipping;
import nightsweep.experiments.training.LearningRate;
import nightsweep.experiments.training.Penalty;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.OptimizerSpec;

/** The numbers of one step's update, the same for every parameter of a kind. */
public final class UpdateTerms {
    private final LearningRate learningRate;
    private final OptimizerSpec.Rule rule;
    private final float l1;
    private final float l2;
    private final double weightDecay;
    private final float limit;
    private OptimizerSpec.Step step;
    private float rate;
    private float decay;
    private float factor = 1;

    private UpdateTerms(TrainingSpec training, Penalty penalty, double weightDecay) {
        learningRate = training.learningRate();
        rule = training.optimizer().rule(Arithmetic.SINGLE);
        this.l1 = (float) penalty.l1();
        this.l2 = (float) penalty.l2();
        this.weightDecay = weightDecay;
        Clipping clipping = training.clipping();
        limit = clipping.kind() == Clipping.Kind.VALUE ? (float) clipping.limit() : Float.POSITIVE_INFINITY;
        step = rule.at(0, 1);
    }

    /** The terms of weights. */
    public static UpdateTerms weights(TrainingSpec training) {
        double decay = training.optimizer().weightDecay() + training.penalty().weightDecay();
        return new UpdateTerms(training, training.penalty(), decay);
    }

    /** The terms of biases, which may be free of penalties. */
    public static UpdateTerms biases(TrainingSpec training) {
        return training.penalty().penalised() == Penalty.Reach.ALL ? weights(training) : free(training);
    }

    /** The terms of what is free of penalties. */
    public static UpdateTerms free(TrainingSpec training) {
        return new UpdateTerms(training, Penalty.NONE, 0);
    }

    /** Whether {@link UpdatePass#move} would leave something out. */
    public boolean penalised() {
        return l1 != 0 || l2 != 0 || weightDecay != 0 || limit != Float.POSITIVE_INFINITY;
    }

    /** Turns to a step, counted from 0 as epochs are. */
    public void at(long step, int epoch) {
        double now = learningRate.at(step, epoch);
        decay = (float) (now * weightDecay);
        rate = (float) now;
        this.step = rule.at(now, step + 1);
    }

    /** What gradients that follow are multiplied by. */
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

    /** The learning rate. */
    public float rate() {
        return rate;
    }

    /** The optimizer's formula at this step. */
    public OptimizerSpec.Step step() {
        return step;
    }
}
