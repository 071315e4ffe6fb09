/** What is logged on behalf of a trial or a run. Entry: {@link nightsweep.worker.log.TrialLog}. */
@NullMarked
package nightsweep.worker.log;

import org.jspecify.annotations.NullMarked;
