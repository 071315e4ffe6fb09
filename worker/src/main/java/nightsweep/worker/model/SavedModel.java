package nightsweep.worker.model;

import java.util.Optional;
import nightsweep.experiments.sweep.Refit;
import nightsweep.experiments.sweep.Trial;

/**
 * A trained network with all that is needed to use it and to tell where it comes from.
 *
 * @param trial that trained it
 * @param sweepSeed that decides how its data were split
 * @param sweepText the sweep file
 * @param outcomeText the outcome file, with figures and provenance
 * @param refit how it was trained where no trial of the sweep trained it
 */
public record SavedModel(
        Trial trial, long sweepSeed, Trained trained, String sweepText, String outcomeText, Optional<Refit> refit) {

    /** A network that a trial of the sweep trained. */
    public SavedModel(Trial trial, long sweepSeed, Trained trained, String sweepText, String outcomeText) {
        this(trial, sweepSeed, trained, sweepText, outcomeText, Optional.empty());
    }
}
