/** What saved models say of examples that nobody has labelled. Entry: {@link nightsweep.worker.prediction.Answers}. */
@NullMarked
package nightsweep.worker.prediction;

import org.jspecify.annotations.NullMarked;
