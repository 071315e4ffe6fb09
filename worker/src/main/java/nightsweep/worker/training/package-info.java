/** The training of one trial, epoch by epoch. Entry: {@link nightsweep.worker.training.Training}. */
@NullMarked
package nightsweep.worker.training;

import org.jspecify.annotations.NullMarked;
