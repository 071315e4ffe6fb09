package nightsweep.driver.run;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nightsweep.driver.application.Interruption;
import nightsweep.driver.application.Listener;
import nightsweep.driver.application.RunEnd;
import nightsweep.driver.application.RunRequest;
import nightsweep.driver.application.TrialChoice;
import nightsweep.driver.journal.Lease;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.driver.plan.PlanTable;
import nightsweep.driver.plan.PlannedTrial;
import nightsweep.driver.run.agenda.Copies;
import nightsweep.driver.run.agenda.EarlyEnd;
import nightsweep.driver.run.agenda.EndedTrials;
import nightsweep.driver.run.agenda.FinalTrials;
import nightsweep.driver.run.agenda.LearningTrials;
import nightsweep.driver.run.agenda.OpenTrials;
import nightsweep.driver.run.agenda.OrderedTrials;
import nightsweep.driver.run.agenda.RunPlan;
import nightsweep.driver.run.agenda.StoppingTrials;
import nightsweep.driver.run.models.LeadingNetworks;
import nightsweep.driver.run.models.MissingModels;
import nightsweep.driver.run.models.SavedModels;
import nightsweep.driver.run.outcomes.DriverOutcomes;
import nightsweep.driver.run.outcomes.SharedOutcomes;
import nightsweep.driver.run.progress.Progress;
import nightsweep.driver.run.progress.StatusTicker;
import nightsweep.driver.run.progress.ToldSlots;
import nightsweep.driver.run.progress.ToldTrials;
import nightsweep.driver.run.reporting.LivePage;
import nightsweep.driver.run.reporting.RunTables;
import nightsweep.driver.schedule.Agenda;
import nightsweep.driver.schedule.ClusterException;
import nightsweep.driver.schedule.FanOut;
import nightsweep.driver.schedule.spark.SlotSource;
import nightsweep.driver.schedule.spark.SparkSlots;
import nightsweep.driver.schedule.task.TrialLimits;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.table.CsvTable;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.outcome.TrialEnd;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.provenance.Origin;

/** One run from the first look at its directory to its tables. */
final class RunningSweep {
    private static final Duration LEAST_PAGE_INTERVAL = Duration.ofSeconds(30);

    private final RunRequest request;
    private final RunDirectory directory;
    private final Lease lease;
    private final Map<DatasetSpec, Dataset> datasets;
    private final SlotSource slotSource;
    private final Listener listener;
    private final RunPlan plan;
    private final Progress progress;
    private final DriverOutcomes unspoken;
    private final EndedTrials ended;
    private final Copies copies;

    RunningSweep(
            RunRequest request,
            RunDirectory directory,
            Lease lease,
            Map<DatasetSpec, Dataset> datasets,
            SlotSource slotSource,
            Listener listener) {
        this.request = request;
        this.directory = directory;
        this.lease = lease;
        this.datasets = datasets;
        this.slotSource = slotSource;
        this.listener = listener;
        this.plan = new RunPlan(request.plan());
        this.progress = new Progress(request.plan());
        this.unspoken = new DriverOutcomes(plan.sweep(), Origin.here(""), InstantSource.system());
        this.ended = new EndedTrials(directory, plan, unspoken, progress, listener);
        this.copies = new Copies(directory, request.plan(), request.saveModels(), progress, listener);
    }

    /** Claims the directory, runs what has not ended yet, writes the tables, and says what came of it. */
    RunEnd carryOut() throws IOException, RunDirectoryException, ClusterException {
        OpenTrials unfinished = new OpenTrials(request, directory, datasets, progress, listener);
        OpenTrials.Found open = unfinished.find();
        directory.claim(request.text(), plan.sweep());
        directory.trials().dropUnfinished();
        directory.write("plan.csv", out -> CsvTable.write(PlanTable.trials(request.plan()), out));
        unfinished.tidy();
        unfinished.setAside();
        refuseInvalid();
        for (SharedOutcomes.Copy copy : open.equal().due()) {
            copies.write(copy);
        }
        Optional<OrderedTrials> ordered = ordered(open);
        if (ordered.isPresent()) {
            ordered.get().begin(listener);
        }
        if (ordered.map(OrderedTrials::over).orElse(open.size() == 0)) {
            if (ordered.isPresent()) {
                ordered.get().end(copies);
            }
            return ending(conclude());
        }
        try (SparkSlots slots = slotSource.start(
                request.master().url(), "nightsweep " + plan.sweep().name())) {
            FanOut fanOut = slots.ship(
                    request.text(),
                    plan.sweep(),
                    datasets,
                    directory.path(),
                    request.hadoop(),
                    patience(),
                    listener::warn);
            lease.whenLost(fanOut::stop);
            fanOut.whenWaiting(listener::note);
            try (Interruption interruption = listener.interruptible(fanOut::stop);
                    EarlyEnd early = EarlyEnd.watching(request.limits(), fanOut::stop)) {
                train(fanOut, open, ordered, slots, early);
                lease.check();
                Summary summary = conclude();
                if (interruption.asked()) {
                    return resumable("Interrupted.", RunEnd.INTERRUPTED);
                }
                boolean left = ordered.map(one -> !one.over()).orElse(ended.count() < open.size());
                if (early.reason().isPresent() && left) {
                    return resumable(early.reason().get(), RunEnd.STOPPED_EARLY);
                }
                return ending(summary);
            }
        }
    }

    private Optional<OrderedTrials> ordered(OpenTrials.Found open) throws RunDirectoryException {
        Optional<OrderedTrials> search = searching(open);
        return plan.sweep().finalists().isPresent()
                ? Optional.of(new FinalTrials(directory, plan, open, search, progress))
                : search;
    }

    private Optional<OrderedTrials> searching(OpenTrials.Found open) throws RunDirectoryException {
        if (plan.sweep().learning().isPresent()) {
            return Optional.of(new LearningTrials(directory, plan, open, unspoken, progress));
        }
        return plan.sweep()
                .stopping()
                .map(spec -> new StoppingTrials(directory, plan.now(), spec, open, progress, listener));
    }

    private TrialLimits patience() {
        return new TrialLimits(request.limits().maxAttempts(), request.limits().trialTimeout());
    }

    private RunEnd resumable(String why, RunEnd end) {
        listener.note(why + " The same command with --out " + directory.label() + " goes on from here.");
        return end;
    }

    /** How the run ended when nobody asked it to stop. */
    private RunEnd ending(Summary summary) throws IOException, RunDirectoryException {
        int notRun = summary.totals().notRun();
        if (notRun == 0) {
            completeModels(summary);
        }
        return notRun == 0
                ? RunTables.end(summary)
                : resumable(
                        "INCOMPLETE: " + (notRun == 1 ? "1 trial was" : notRun + " trials were")
                                + " not run, though nobody asked to stop.",
                        RunEnd.INCOMPLETE);
    }

    /** Makes models that are asked for and are not there; of those that a command for failed trials finds missing, tells. */
    private void completeModels(Summary summary) throws IOException, RunDirectoryException {
        MissingModels models = new MissingModels(directory, plan.sweep(), lease, datasets, listener);
        List<Trial> missing = models.among(SavedModels.wanted(request.saveModels(), summary, directory, plan.sweep()));
        if (!request.again().isEmpty()) {
            missing.forEach(trial -> listener.warn("There is no sound model of trial " + trial.id()
                    + ": nightsweep run, with the same --out, makes it again."));
            return;
        }
        try {
            models.makeAgain(missing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void refuseInvalid() throws IOException {
        for (PlannedTrial invalid : request.plan().invalid()) {
            TrialOutcome outcome = unspoken.invalid(invalid.trial(), invalid.objections());
            directory.trials().keep(outcome);
            progress.ended(invalid, outcome.end(), Optional.empty());
        }
    }

    private void train(
            FanOut fanOut, OpenTrials.Found open, Optional<OrderedTrials> ordered, SparkSlots slots, EarlyEnd early)
            throws IOException, ClusterException {
        List<IOException> unwritten = new ArrayList<>();
        Consumer<IOException> trouble = e -> {
            unwritten.add(e);
            fanOut.stop();
        };
        Agenda agenda = ordered.map(one -> one.agenda(trouble)).orElseGet(() -> Agenda.of(open.begun(), open.fresh()));
        try (StatusTicker ticker = StatusTicker.start(
                        progress,
                        slots::count,
                        new ToldTrials(directory.trials(), InstantSource.system()),
                        request.statusInterval(),
                        listener);
                ToldSlots told = ToldSlots.start(
                        directory, lease.token(), slots::count, progress::leftMillis, ToldSlots.INTERVAL_MILLIS);
                LeadingNetworks networks = new LeadingNetworks(directory, plan.sweep(), request.saveModels());
                LivePage page = livePage(open)) {
            fanOut.run(agenda, one -> {
                try {
                    ended.hear(one, early);
                    if (paused(one)) {
                        return;
                    }
                    for (SharedOutcomes.Copy copy : open.equal().of(one.trial())) {
                        copies.write(copy);
                        page.ended(copy.trial());
                    }
                    networks.hear(one);
                    page.ended(one.trial());
                } catch (IOException e) {
                    trouble.accept(e);
                }
            });
        } catch (InterruptedException e) {
            fanOut.stop();
            Thread.currentThread().interrupt();
        }
        if (!unwritten.isEmpty()) {
            throw unwritten.get(0);
        }
        if (ordered.isPresent()) {
            ordered.get().end(copies);
        }
    }

    /** Whether a trial may go on: more is to be told of it. */
    private static boolean paused(FanOut.Ended ended) {
        return ended instanceof FanOut.Ended.Reported reported
                && reported.report().end() == TrialEnd.STOPPED;
    }

    private LivePage livePage(OpenTrials.Found open) {
        // By number: a trial's own hash is that of all that its configuration holds.
        BitSet still = new BitSet();
        open.begun().forEach(trial -> still.set(trial.number()));
        open.fresh().forEach(trial -> still.set(trial.number()));
        still.or(open.equal().waiting());
        Set<TrialId> paused = open.compared().stream()
                .filter(TrialOutcome.Stopped.class::isInstance)
                .map(TrialOutcome::id)
                .collect(Collectors.toSet());
        List<Trial> before = request.plan().trials().stream()
                .map(PlannedTrial::trial)
                .filter(trial -> !still.get(trial.number()) && !paused.contains(trial.id()))
                .toList();
        Duration interval = request.statusInterval().compareTo(LEAST_PAGE_INTERVAL) > 0
                ? request.statusInterval()
                : LEAST_PAGE_INTERVAL;
        return LivePage.start(directory, plan::sweep, request.text(), before, progress::pace, interval, listener);
    }

    private Summary conclude() throws IOException, RunDirectoryException {
        Sweep sweep = plan.sweep();
        if (sweep.learning().isPresent() || sweep.finalists().isPresent()) {
            directory.write("plan.csv", out -> CsvTable.write(PlanTable.trials(plan.now()), out));
        }
        Summary summary = RunTables.write(directory, sweep, TrialChoice.USUAL, InstantSource.system(), listener);
        new SavedModels(directory, sweep, listener).keep(request.saveModels(), summary);
        listener.concluded(summary, directory.label());
        return summary;
    }
}
