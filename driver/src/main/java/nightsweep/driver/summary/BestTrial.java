package nightsweep.driver.summary;

import nightsweep.experiments.outcome.ConfusionMatrix;
import nightsweep.experiments.sweep.Trial;

/**
 * The best of the trials that are ranked against each other; the first of the plan where several are equal.
 *
 * @param value of the objective
 * @param confusion of its test
 */
record BestTrial(Trial trial, double value, ConfusionMatrix confusion) {}
