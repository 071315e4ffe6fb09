package nightsweep.experiments.training.optimizer;

import nightsweep.experiments.maths.Arithmetic;

/**
 * How a gradient {@code g} moves a parameter {@code w}; {@code r} is the learning rate, {@code t} the step from 1.
 * State ({@code m}, {@code s}, {@code v}) starts at zero. Each optimizer is a record with its hyperparameters as components and
 * a line in {@link OptimizerName}; every engine computes it by its {@link #rule}. The record's own name and those of its
 * {@link Hyperparameters} are part of trials' ids.
 */
public interface OptimizerSpec {

    /** Which it is. */
    default OptimizerName name() {
        return OptimizerName.of(this);
    }

    /** The learning rate where a sweep file is silent. */
    double usualLearningRate();

    /** Numbers of state kept for each parameter. */
    int stateValues();

    /** Whether parameters move by about the learning rate at each step, however large gradients are. */
    boolean ownsStepSize();

    /** A part of it, times the learning rate, is taken off each penalised parameter beside what the rule takes. */
    default double weightDecay() {
        return 0;
    }

    /** The same optimizer with each hyperparameter as {@code told}, which is asked for all of them in a fixed order. */
    OptimizerSpec with(Hyperparameters told);

    /** Its formula in an arithmetic, for one sequence of steps. */
    Rule rule(Arithmetic n);

    /** A formula whose numbers change from step to step. For one thread. */
    @FunctionalInterface
    interface Rule {
        /**
         * One step. Steps may be asked for in any order.
         *
         * @param rate the learning rate
         * @param t the step, from 1
         */
        Step at(double rate, long t);
    }

    /** The formula at one step, with that step's numbers, each rounded as the arithmetic has it. */
    @FunctionalInterface
    interface Step {
        /** What is subtracted from parameter {@code i}, whose state moves on. */
        double move(double g, OptimizerState state, int i);
    }
}
