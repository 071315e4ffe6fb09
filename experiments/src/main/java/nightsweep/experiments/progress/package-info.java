/** How far a run has come while it lasts. Entry: {@link nightsweep.experiments.progress.Holder}. */
@NullMarked
package nightsweep.experiments.progress;

import org.jspecify.annotations.NullMarked;
