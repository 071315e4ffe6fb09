/** One trial on an executor: its thread, its limits, and the process that is ended with it. */
@NullMarked
package nightsweep.driver.schedule.task;

import org.jspecify.annotations.NullMarked;
