/**
 * One network trained by several slots of a cluster at once, by dl4j-spark's averaging of parameters. Entry:
 * {@link nightsweep.driver.spread.SpreadTraining}.
 */
@NullMarked
package nightsweep.driver.spread;

import org.jspecify.annotations.NullMarked;
