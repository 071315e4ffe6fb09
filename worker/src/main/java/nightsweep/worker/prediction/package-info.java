/**
 * What saved models say of the rows of tables, and how well. Entries: {@link nightsweep.worker.prediction.Stretch}, which
 * reads, {@link nightsweep.worker.prediction.Answers} and {@link nightsweep.worker.prediction.Figures}.
 */
@NullMarked
package nightsweep.worker.prediction;

import org.jspecify.annotations.NullMarked;
