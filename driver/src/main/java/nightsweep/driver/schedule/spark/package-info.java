/** Slots on Spark: the jobs that take trials to executors, and the count of slots there. */
@NullMarked
package nightsweep.driver.schedule.spark;

import org.jspecify.annotations.NullMarked;
