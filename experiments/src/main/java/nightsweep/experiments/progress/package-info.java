/** How far a run has come while it lasts. Entry: {@link nightsweep.experiments.progress.RunStatus}. */
@NullMarked
package nightsweep.experiments.progress;

import org.jspecify.annotations.NullMarked;
