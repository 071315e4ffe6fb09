package nightsweep.experiments.dataset;

import nightsweep.experiments.Doubt;

/**
 * Something about a data set that a person should know before paying for a run on it.
 *
 * @param doubt its name in sweep files
 * @param message what was found, and what to do, in sentences
 */
public record DataRemark(Doubt doubt, String message) {}
