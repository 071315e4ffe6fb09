/** Activations and losses as Deeplearning4j takes them. */
@NullMarked
package nightsweep.worker.engine.dl4j.function;

import org.jspecify.annotations.NullMarked;
