/** Trainings followed number by number, beside what was published of them. Entry: {@link nightsweep.driver.trace.TraceLines}. */
@NullMarked
package nightsweep.driver.trace;

import org.jspecify.annotations.NullMarked;
