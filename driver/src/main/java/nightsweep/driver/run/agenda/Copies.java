package nightsweep.driver.run.agenda;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightsweep.driver.application.Listener;
import nightsweep.driver.application.SaveModels;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.plan.Plan;
import nightsweep.driver.run.outcomes.ArchivedFiles;
import nightsweep.driver.run.outcomes.SharedOutcomes.Copy;
import nightsweep.driver.run.progress.Progress;
import nightsweep.driver.summary.Summary;
import nightsweep.experiments.json.OutcomeFileException;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.border.Border;
import nightsweep.worker.evaluation.TableFile;
import nightsweep.worker.model.Trained;
import nightsweep.worker.store.PastAttempts;
import nightsweep.worker.store.TrialArchive;
import nightsweep.worker.store.TrialStore;

/** Gives trials the outcome of another that is the same computation: what it left, under their own ids. */
public final class Copies {
    private static final String LOG = "trial.log";

    private final TrialStore trials;
    private final Plan plan;
    private final SaveModels saveModels;
    private final Progress progress;
    private final Listener listener;

    public Copies(RunDirectory directory, Plan plan, SaveModels saveModels, Progress progress, Listener listener) {
        this.trials = directory.trials();
        this.plan = plan;
        this.saveModels = saveModels;
        this.progress = progress;
        this.listener = listener;
    }

    /** Writes an outcome from that of its source, which has one; what comes with it first, so that none stands without. */
    public void write(Copy copy) throws IOException {
        TrialOutcome source = outcome(copy.source());
        TrialOutcome outcome =
                source.copied(copy.trial().id(), Timing.copyOf(copy.source().id(), source.timing()));
        List<TableFile> left = new ArrayList<>();
        left.add(new TableFile(
                LOG,
                "The same computation as trial " + copy.source().number() + " ("
                        + copy.source().id().text() + "), which was trained for both: the log is there.\n"));
        ArchivedFiles.of(trials, copy.source().id(), listener).map(TrialArchive::files).orElse(List.of()).stream()
                .filter(file -> !file.name().equals(LOG) && !PastAttempts.names(file))
                .map(file -> Border.retitled(file, copy.trial()))
                .forEach(left::add);
        if (saveModels == SaveModels.ALL) {
            Optional<byte[]> network = trials.trained(copy.source().id());
            if (network.isPresent()) {
                trials.keepTrained(
                        copy.trial().id(),
                        Trained.read(network.get()).of(copy.trial()).bytes());
            }
        }
        trials.keep(outcome, left, PastAttempts.NONE);
        progress.ended(
                plan.of(copy.trial()),
                outcome.end(),
                outcome instanceof TrialOutcome.Completed completed
                        ? Optional.of(Summary.merit(plan.sweep()).apply(copy.trial(), completed))
                        : Optional.empty());
    }

    private TrialOutcome outcome(Trial source) throws IOException {
        try {
            return trials.outcome(source.id())
                    .orElseThrow(() -> new IOException("the outcome of trial " + source.id() + " is gone"));
        } catch (OutcomeFileException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
