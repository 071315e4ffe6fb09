/** Plans sweeps, fans their trials out over Spark and tabulates the outcomes. Entry: {@link nightsweep.driver.Main}. */
@NullMarked
package nightsweep.driver;

import org.jspecify.annotations.NullMarked;
