/** The reference engine: Deeplearning4j. Entry: {@link nightsweep.worker.engine.dl4j.Dl4jEngine}. */
@NullMarked
package nightsweep.worker.engine.dl4j;

import org.jspecify.annotations.NullMarked;
