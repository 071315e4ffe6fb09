package nightsweep.worker.engine.doubles;

import java.nio.DoubleBuffer;
import java.util.List;
import nightsweep.experiments.maths.Arithmetic;
import nightsweep.experiments.training.Clipping;
import nightsweep.experiments.training.Penalty;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.OptimizerSpec;
import nightsweep.experiments.training.optimizer.OptimizerState;

/** How the parameters of a network move in a step: clipping, then penalties, then the optimizer. */
final class DoubleUpdate {
    /** A gradient that is zero is divided by this where it is to have a norm of 1. */
    private static final double LEAST_NORM = 1e-5;

    private final TrainingSpec training;
    private final List<DoubleLayer> layers;
    private final DoubleBuffer parameters;
    private final OptimizerState state;
    private final OptimizerSpec.Rule rule;

    /** @param state as many numbers for each parameter as the optimizer keeps, zero before the first step */
    DoubleUpdate(TrainingSpec training, List<DoubleLayer> layers, DoubleBuffer parameters, List<DoubleBuffer> state) {
        this.training = training;
        this.layers = layers;
        this.parameters = parameters;
        this.state = new Doubles(state);
        rule = training.optimizer().rule(Arithmetic.DOUBLE);
    }

    /** Moves all parameters; step and epoch count from 0. */
    void move(double[] gradient, long step, int epoch) {
        double rate = training.learningRate().at(step, epoch);
        OptimizerSpec.Step now = rule.at(rate, step + 1);
        double global = training.clipping().kind() == Clipping.Kind.GLOBAL_NORM ? globalFactor(gradient) : 1;
        for (DoubleLayer layer : layers) {
            double weightFactor = global;
            double biasFactor = global;
            switch (training.clipping().kind()) {
                case NONE, VALUE, GLOBAL_NORM -> {}
                case LAYER_NORM, UNIT_LAYER_NORM -> {
                    weightFactor = factor(gradient, layer.weights(), layer.end());
                    biasFactor = weightFactor;
                }
                case PARAMETER_NORM, UNIT_PARAMETER_NORM -> {
                    weightFactor = factor(gradient, layer.weights(), layer.biases());
                    biasFactor = factor(gradient, layer.biases(), layer.end());
                }
            }
            for (int i = layer.weights(); i < layer.biases(); i++) {
                moveWeight(i, clipped(gradient[i] * weightFactor), rate, now);
            }
            for (int i = layer.biases(); i < layer.end(); i++) {
                moveBias(i, clipped(gradient[i] * biasFactor), rate, now);
            }
        }
    }

    private void moveWeight(int i, double gradient, double rate, OptimizerSpec.Step now) {
        move(i, gradient, rate, now, training.penalty(), training.optimizer().weightDecay());
    }

    private void moveBias(int i, double gradient, double rate, OptimizerSpec.Step now) {
        boolean penalised = training.penalty().penalised() == Penalty.Reach.ALL;
        if (penalised) {
            moveWeight(i, gradient, rate, now);
        } else {
            move(i, gradient, rate, now, Penalty.NONE, 0);
        }
    }

    private void move(int i, double gradient, double rate, OptimizerSpec.Step now, Penalty penalty, double ownDecay) {
        double w = parameters.get(i);
        double decay = ownDecay + penalty.weightDecay();
        double g = gradient + penalty.l2() * w + penalty.l1() * Math.signum(w);
        parameters.put(i, w - now.move(g, state, i) - rate * decay * w);
    }

    private double clipped(double gradient) {
        Clipping clipping = training.clipping();
        return clipping.kind() == Clipping.Kind.VALUE
                ? Math.max(-clipping.limit(), Math.min(clipping.limit(), gradient))
                : gradient;
    }

    private double globalFactor(double[] gradient) {
        double norm = norm(gradient, 0, gradient.length);
        return training.clipping().globalFactor(norm);
    }

    private static double norm(double[] gradient, int from, int to) {
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += gradient[i] * gradient[i];
        }
        return Math.sqrt(squares);
    }

    private double factor(double[] gradient, int from, int to) {
        double norm = norm(gradient, from, to);
        Clipping clipping = training.clipping();
        if (clipping.kind() == Clipping.Kind.UNIT_LAYER_NORM || clipping.kind() == Clipping.Kind.UNIT_PARAMETER_NORM) {
            return 1 / (norm == 0 ? LEAST_NORM : norm);
        }
        return norm > clipping.limit() ? clipping.limit() / norm : 1;
    }

    /** A buffer for each number that the optimizer keeps. */
    record Doubles(List<DoubleBuffer> buffers) implements OptimizerState {
        @Override
        public double get(int which, int i) {
            return buffers.get(which).get(i);
        }

        @Override
        public double put(int which, int i, double value) {
            buffers.get(which).put(i, value);
            return value;
        }
    }
}
