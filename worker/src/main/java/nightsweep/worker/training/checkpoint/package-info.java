/** The state of a training under way, kept so that it can go on elsewhere. Entry: {@link nightsweep.worker.training.checkpoint.Checkpoints}. */
@NullMarked
package nightsweep.worker.training.checkpoint;

import org.jspecify.annotations.NullMarked;
