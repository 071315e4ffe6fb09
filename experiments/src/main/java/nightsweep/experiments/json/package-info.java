/** The JSON files that a run keeps, each with a seal that tells damage. Entry: {@link nightsweep.experiments.json.OutcomeFile}. */
@NullMarked
package nightsweep.experiments.json;

import org.jspecify.annotations.NullMarked;
