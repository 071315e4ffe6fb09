/**
 * The mathematics of comparing measurements, on arrays alone; its parts name their sources. Entry: {@link
 * nightsweep.driver.statistics.PairedTest}.
 */
@NullMarked
package nightsweep.driver.statistics;

import org.jspecify.annotations.NullMarked;
