/** Optimizers, learning rates and clipping as Deeplearning4j takes them. */
@NullMarked
package nightsweep.worker.engine.dl4j.update;

import org.jspecify.annotations.NullMarked;
