/**
 * The mathematics of comparing measurements, on arrays alone; its parts name their sources. Entry: {@link
 * nightsweep.driver.summary.statistics.PairedTest}.
 */
@NullMarked
package nightsweep.driver.summary.statistics;

import org.jspecify.annotations.NullMarked;
