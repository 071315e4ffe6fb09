package nightsweep.driver.run.outcomes;

import java.io.IOException;
import java.util.Optional;
import nightsweep.driver.application.Listener;
import nightsweep.driver.report.trial.TrialFiles;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.worker.storage.DamagedFileException;
import nightsweep.worker.store.TrialArchive;
import nightsweep.worker.store.TrialStore;
import org.jspecify.annotations.Nullable;

/**
 * The texts in the archives of trials; of a damaged archive the user is warned. Holds the archive that it was last asked for.
 * Used by one thread.
 */
public final class ArchivedFiles implements TrialFiles {
    private final TrialStore trials;
    private final Listener listener;
    private @Nullable TrialId id;
    private Optional<TrialArchive> archive = Optional.empty();

    public ArchivedFiles(TrialStore trials, Listener listener) {
        this.trials = trials;
        this.listener = listener;
    }

    @Override
    public Optional<String> text(TrialId trial, String name) throws IOException {
        if (!trial.equals(id)) {
            archive = of(trials, trial, listener);
            id = trial;
        }
        return archive.flatMap(one -> one.text(name));
    }

    /** The archive of a trial; empty where it has none, or a damaged one. */
    public static Optional<TrialArchive> of(TrialStore trials, TrialId trial, Listener listener) throws IOException {
        try {
            return trials.archive(trial);
        } catch (DamagedFileException e) {
            listener.warn(e.getMessage() + " Its outcome stands; curves of ROC, predictions and the log of "
                    + trial.text() + " are lost.");
            return Optional.empty();
        }
    }
}
