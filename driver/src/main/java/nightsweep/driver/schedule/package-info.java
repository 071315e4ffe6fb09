/**
 * Fans trials out over Spark; the only package that knows it. Entry: {@link nightsweep.driver.schedule.SparkSlots}.
 */
@NullMarked
package nightsweep.driver.schedule;

import org.jspecify.annotations.NullMarked;
