package nightsweep.worker.model;

import nightsweep.experiments.sweep.Trial;

/**
 * A trained network with all that is needed to use it and to tell where it comes from.
 *
 * @param trial that trained it
 * @param sweepSeed that decides how its data were split
 * @param sweepText the sweep file
 * @param outcomeText the outcome file, with figures and provenance
 */
public record SavedModel(Trial trial, long sweepSeed, Trained trained, String sweepText, String outcomeText) {}
