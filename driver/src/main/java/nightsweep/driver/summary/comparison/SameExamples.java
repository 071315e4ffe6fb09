package nightsweep.driver.summary.comparison;

import nightsweep.driver.statistics.McNemarTest;

/**
 * The best and another configuration over the same test examples, one trained network of each.
 *
 * @param test the best's first
 * @param adjustedP by Holm, for having picked the best among all; NaN where both are the same computation
 */
public record SameExamples(McNemarTest test, double adjustedP) {}
