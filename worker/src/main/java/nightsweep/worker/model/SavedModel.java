package nightsweep.worker.model;

import java.util.Optional;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.outcome.ModelInputs;
import nightsweep.experiments.sweep.Refit;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.dataset.source.Features;

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

    /**
     * Numbers of a table as the network was trained on them: in double precision where single would have lost digits, or
     * where an earlier version does not tell.
     *
     * @param values {@code (examples, width)}
     */
    public Features features(double[] values) {
        boolean exact = trained.card()
                .inputs()
                .map(inputs -> inputs.values() == ModelInputs.Values.DOUBLE)
                .orElse(trial.configuration().dataset().source() instanceof DataSource.Csv);
        if (exact) {
            return new Features.Doubles(values);
        }
        float[] narrow = new float[values.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) values[i];
        }
        return new Features.Floats(narrow);
    }
}
