/**
 * What several slots of a cluster do together that are no trials. Entries: {@link nightsweep.driver.spread.SpreadTraining}, one
 * network by dl4j-spark's averaging of parameters; {@link nightsweep.driver.spread.SpreadPredictions} and
 * {@link nightsweep.driver.spread.SpreadEvaluation}, one model on tables of any size.
 */
@NullMarked
package nightsweep.driver.spread;

import org.jspecify.annotations.NullMarked;
