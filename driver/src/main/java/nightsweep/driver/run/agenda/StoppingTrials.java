package nightsweep.driver.run.agenda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nightsweep.driver.application.Listener;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.plan.Plan;
import nightsweep.driver.plan.PlannedTrial;
import nightsweep.driver.promotion.DecisionFile;
import nightsweep.driver.promotion.RungAgenda;
import nightsweep.driver.run.outcomes.SharedOutcomes;
import nightsweep.driver.run.progress.Progress;
import nightsweep.driver.schedule.Agenda;
import nightsweep.experiments.outcome.TrialEnd;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.StoppingSpec;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;

/** A run in which trials that fall behind others are stopped: what it decides, and what it leaves when all is decided. */
public final class StoppingTrials implements OrderedTrials {
    private final RunDirectory directory;
    private final RungAgenda agenda;
    private final DecisionFile file;
    private final List<Trial> trials;
    private final OpenTrials.Found open;
    private Consumer<IOException> trouble = e -> {
        throw new UncheckedIOException(e);
    };

    public StoppingTrials(
            RunDirectory directory,
            Plan plan,
            StoppingSpec stopping,
            OpenTrials.Found open,
            Progress progress,
            Listener listener) {
        this.directory = directory;
        this.open = open;
        this.file = new DecisionFile(directory);
        this.trials = plan.trainable().stream()
                .filter(planned -> planned.sameAs().isEmpty())
                .map(PlannedTrial::trial)
                .filter(trial -> trial.place() < plan.sweep().trialsAtFirst())
                .toList();
        this.agenda = RungAgenda.of(
                plan.sweep(),
                stopping,
                trials,
                open.compared(),
                open.known()::begun,
                id -> directory.trials().untold(id),
                new RungAgenda.Hearers(
                        trial -> progress.goesOn(trial.id()), this::decided, problem -> trouble.accept(problem)));
    }

    @Override
    public Agenda agenda(Consumer<IOException> told) {
        trouble = told;
        return agenda;
    }

    @Override
    public boolean over() {
        return agenda.over();
    }

    @Override
    public Set<TrialId> control() {
        return agenda.control();
    }

    @Override
    public void begin(Listener listener) throws IOException {
        file.check(agenda.decisions(), listener);
        file.write(agenda.decisions());
    }

    /** Writes the decisions; where all is decided, copies have the outcome of what they are a copy of, and no state is kept. */
    @Override
    public void end(Copies copies) throws IOException {
        file.write(agenda.decisions());
        if (!agenda.over()) {
            return;
        }
        PausedStates.drop(directory, trials);
        for (Trial trial : trials) {
            for (SharedOutcomes.Copy copy : open.equal().of(trial)) {
                if (stopped(trial)) {
                    copies.write(copy);
                }
            }
        }
    }

    private boolean stopped(Trial trial) throws IOException {
        Optional<TrialOutcome> outcome = directory.trials().untold(trial.id());
        return outcome.isPresent() && outcome.get().end() == TrialEnd.STOPPED;
    }

    private void decided() {
        try {
            file.writeNowAndThen(agenda.decisions());
        } catch (IOException e) {
            trouble.accept(e);
        }
    }
}
