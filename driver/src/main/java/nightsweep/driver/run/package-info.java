/** Carries a plan out: claims the run directory, runs what has not ended, writes the tables. Entry: {@link nightsweep.driver.run.SweepRuns}. */
@NullMarked
package nightsweep.driver.run;

import org.jspecify.annotations.NullMarked;
