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

/** A run whose search learns from its results: what is proposed, and what is written and told of it. */
public final class LearningTrials implements OrderedTrials {
    private final RunDirectory directory;
    private final RunPlan plan;
    private final DriverOutcomes unspoken;
    private final Progress progress;
    private final ProposalFile file;
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
        Set<Integer> still = new HashSet<>();
        open.begun().forEach(trial -> still.add(trial.number()));
        open.fresh().forEach(trial -> still.add(trial.number()));
        this.agenda = new ProposalAgenda(
                plan.sweep(),
                directory.proposals(),
                open.compared(),
                trial -> still.contains(trial.number()),
                open.known()::begun,
                id -> directory.trials().untold(id).filter(outcome -> !(outcome instanceof TrialOutcome.Stopped)),
                new ProposalAgenda.Hearers(this::take, problem -> trouble.accept(problem)));
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

    /** Writes what was proposed before, and what can be proposed before there are results. */
    @Override
    public void begin(Listener listener) throws IOException {
        file.tell(agenda.different(), listener);
        agenda.proposals().forEach(proposal -> file.add(proposal, agenda.trials(proposal.number())));
        agenda.begin(plan.sweep().configurations().size());
        file.write();
        begun = true;
        // A space that is used up shows only when the next is asked for.
        agenda.propose();
    }

    @Override
    public void end(Copies copies) {
        // All is written as it is proposed.
    }

    private List<Trial> take(Proposal proposal, Configuration configuration) throws IOException {
        boolean fresh = plan.add(configuration);
        int repeats = plan.sweep().repeats();
        List<PlannedTrial> planned =
                plan.now().trials().subList((proposal.number() - 1) * repeats, proposal.number() * repeats);
        List<Trial> trials = new ArrayList<>();
        for (PlannedTrial one : planned) {
            trials.add(one.trial());
        }
        file.add(proposal, trials);
        if (begun) {
            file.write();
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
        Optional<TrialOutcome> before = directory
                .trials()
                .untold(one.trial().id())
                .filter(outcome -> !(outcome instanceof TrialOutcome.Stopped));
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
