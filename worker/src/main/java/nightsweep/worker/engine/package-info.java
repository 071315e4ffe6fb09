/** What trains a network: the seam between training and arithmetic. Entry: {@link nightsweep.worker.engine.Engine}. */
@NullMarked
package nightsweep.worker.engine;

import org.jspecify.annotations.NullMarked;
