/** How a trial ended: curves, scores, failures and provenance. Entry: {@link nightsweep.experiments.outcome.TrialOutcome}. */
@NullMarked
package nightsweep.experiments.outcome;

import org.jspecify.annotations.NullMarked;
