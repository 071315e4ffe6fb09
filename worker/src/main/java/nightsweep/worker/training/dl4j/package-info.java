/** The reference engine: Deeplearning4j. Entry: {@link nightsweep.worker.training.dl4j.Dl4jEngine}. */
@NullMarked
package nightsweep.worker.training.dl4j;

import org.jspecify.annotations.NullMarked;
