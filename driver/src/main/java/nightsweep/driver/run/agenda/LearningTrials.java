package nightsweep.driver.run.agenda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nightsweep.driver.application.Listener;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.driver.plan.PlannedTrial;
import nightsweep.driver.promotion.DecisionFile;
import nightsweep.driver.proposal.ProposalAgenda;
import nightsweep.driver.proposal.ProposalFile;
import nightsweep.driver.run.outcomes.DriverOutcomes;
import nightsweep.driver.run.progress.Progress;
import nightsweep.driver.schedule.Agenda;
import nightsweep.driver.summary.Summary;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.search.Proposal;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;

/** A run whose search learns from its results: what is proposed, and what is written and told of it. */
public final class LearningTrials implements OrderedTrials {
    private final RunDirectory directory;
    private final RunPlan plan;
    private final DriverOutcomes unspoken;
    private final Progress progress;
    private final ProposalFile file;
    private final DecisionFile decisions;
    private final boolean stopping;
    private final ProposalAgenda agenda;
    private Consumer<IOException> trouble = e -> {
        throw new UncheckedIOException(e);
    };
    private boolean begun;

    /** @param plan whose sweep has the proposals of the run directory first */
    public LearningTrials(
            RunDirectory directory, RunPlan plan, OpenTrials.Found open, DriverOutcomes unspoken, Progress progress)
            throws RunDirectoryException {
        this.directory = directory;
        this.plan = plan;
        this.unspoken = unspoken;
        this.progress = progress;
        this.file = new ProposalFile(directory);
        this.decisions = new DecisionFile(directory);
        this.stopping = plan.sweep().stopping().isPresent();
        Set<TrialId> still = new HashSet<>();
        open.begun().forEach(trial -> still.add(trial.id()));
        open.fresh().forEach(trial -> still.add(trial.id()));
        this.agenda = ProposalAgenda.of(
                plan.sweep(),
                new ProposalAgenda.Known(
                        directory.proposals(), open.compared(), still::contains, open.known()::begun, this::outcome),
                new ProposalAgenda.Hearers(
                        this::take,
                        trial -> progress.goesOn(trial.id()),
                        this::decided,
                        problem -> trouble.accept(problem)));
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

    /** Writes what was proposed before, and what can be proposed before there are results. */
    @Override
    public void begin(Listener listener) throws IOException {
        file.tell(agenda.different(), listener);
        agenda.proposals().forEach(proposal -> file.add(proposal, agenda.trials(proposal.number())));
        agenda.begin(plan.sweep().configurations().size());
        file.write();
        if (stopping) {
            decisions.check(agenda.decisions(), listener);
            decisions.write(agenda.decisions());
        }
        begun = true;
        // A space that is used up shows only when the next is asked for.
        agenda.propose();
    }

    /** Writes what was proposed in one file, and what was decided. */
    @Override
    public void end(Copies copies) throws IOException {
        file.write();
        if (stopping) {
            decisions.write(agenda.decisions());
            if (agenda.over()) {
                PausedStates.drop(
                        directory,
                        plan.now().trainable().stream()
                                .map(PlannedTrial::trial)
                                .filter(trial -> trial.place() < plan.sweep().trialsAtFirst())
                                .toList());
            }
        }
    }

    private void decided() {
        // What a run before had decided is compared first.
        if (begun) {
            try {
                decisions.writeNowAndThen(agenda.decisions());
            } catch (IOException e) {
                trouble.accept(e);
            }
        }
    }

    /** That of a trial which stopped is of use only where trials are compared on their way. */
    private Optional<TrialOutcome> outcome(TrialId id) throws IOException {
        return directory.trials().untold(id).filter(outcome -> stopping || !(outcome instanceof TrialOutcome.Stopped));
    }

    private List<Trial> take(Proposal proposal, Configuration configuration) throws IOException {
        boolean fresh = plan.add(configuration);
        int each = plan.sweep().trialsAtFirst();
        List<PlannedTrial> planned =
                plan.now().trials().subList((proposal.number() - 1) * each, proposal.number() * each);
        List<Trial> trials = new ArrayList<>();
        for (PlannedTrial one : planned) {
            trials.add(one.trial());
        }
        file.add(proposal, trials);
        if (begun) {
            file.writeLatest();
        }
        if (fresh) {
            progress.proposed(planned);
            for (PlannedTrial one : planned) {
                settle(one);
            }
        }
        return trials;
    }

    /** A trial that cannot be trained, or has an outcome already, has ended. */
    private void settle(PlannedTrial one) throws IOException {
        Optional<TrialOutcome> before = outcome(one.trial().id());
        if (!one.valid()) {
            TrialOutcome outcome = unspoken.invalid(one.trial(), one.objections());
            directory.trials().keep(outcome);
            progress.ended(one, outcome.end(), Optional.empty());
        } else if (before.isPresent()) {
            progress.endedBefore(
                    one,
                    before.get().end(),
                    before.filter(TrialOutcome.Completed.class::isInstance)
                            .map(outcome ->
                                    Summary.merit(plan.sweep()).apply(one.trial(), (TrialOutcome.Completed) outcome)));
        }
    }
}
