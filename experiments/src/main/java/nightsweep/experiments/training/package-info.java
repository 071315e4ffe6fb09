/** How it is trained: epochs, minibatches, optimizers, schedules, penalties. Entry: {@link nightsweep.experiments.training.TrainingSpec}. */
@NullMarked
package nightsweep.experiments.training;

import org.jspecify.annotations.NullMarked;
