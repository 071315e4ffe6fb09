/** Optimizers, each in a file of its own: formula, paper, defaults, hyperparameters, state. See {@link OptimizerSpec}. */
@NullMarked
package nightsweep.experiments.training.optimizer;

import org.jspecify.annotations.NullMarked;
