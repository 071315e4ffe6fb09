/** Trainings followed number by number. Entry: {@link nightsweep.worker.trace.Trace}. */
@NullMarked
package nightsweep.worker.trace;

import org.jspecify.annotations.NullMarked;
