package nightsweep.driver.run;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightsweep.driver.cli.Console;
import nightsweep.driver.cli.ExitCode;
import nightsweep.driver.cli.RunRequest;
import nightsweep.driver.cli.TrialChoice;
import nightsweep.driver.journal.Lease;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.driver.plan.PlanTable;
import nightsweep.driver.plan.PlannedTrial;
import nightsweep.driver.schedule.ClusterException;
import nightsweep.driver.schedule.FanOut;
import nightsweep.driver.schedule.SparkSlots;
import nightsweep.driver.schedule.TrialLimits;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.table.CsvTable;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.provenance.Origin;

/** One run from the first look at its directory to its tables. */
final class RunningSweep {
    private static final Duration LEAST_PAGE_INTERVAL = Duration.ofSeconds(30);

    private final RunRequest request;
    private final RunDirectory directory;
    private final Lease lease;
    private final Map<DatasetSpec, Dataset> datasets;
    private final Console console;
    private final Sweep sweep;
    private final Progress progress;
    private final DriverOutcomes unspoken;
    private final EndedTrials ended;
    private final Copies copies;

    RunningSweep(
            RunRequest request,
            RunDirectory directory,
            Lease lease,
            Map<DatasetSpec, Dataset> datasets,
            Console console) {
        this.request = request;
        this.directory = directory;
        this.lease = lease;
        this.datasets = datasets;
        this.console = console;
        this.sweep = request.plan().sweep();
        this.progress = new Progress(request.plan());
        this.unspoken = new DriverOutcomes(sweep, Origin.here(""), InstantSource.system());
        this.ended = new EndedTrials(directory, request.plan(), unspoken, progress, console);
        this.copies = new Copies(directory, request.plan(), request.saveModels(), progress, console);
    }

    /** Claims the directory, runs what has not ended yet, writes the tables, and says what came of it. */
    ExitCode carryOut() throws IOException, RunDirectoryException, ClusterException {
        OpenTrials unfinished = new OpenTrials(request, directory, datasets, progress, console);
        OpenTrials.Found open = unfinished.find();
        directory.claim(request.text(), sweep);
        directory.trials().dropUnfinished();
        directory.write("plan.csv", out -> CsvTable.write(PlanTable.trials(request.plan()), out));
        unfinished.tidy();
        unfinished.setAside();
        refuseInvalid();
        for (SharedOutcomes.Copy copy : open.equal().due()) {
            copies.write(copy);
        }
        if (open.size() == 0) {
            return ending(conclude());
        }
        try (SparkSlots slots = SparkSlots.start(request.master().url(), "nightsweep " + sweep.name())) {
            FanOut fanOut = slots.ship(
                    request.text(), sweep, datasets, directory.path(), request.hadoop(), patience(), console::warn);
            lease.whenLost(fanOut::stop);
            fanOut.whenWaiting(console::note);
            try (Interrupts interrupts = Interrupts.heard(fanOut::stop, ExitCode.INTERRUPTED.number());
                    EarlyEnd early = EarlyEnd.watching(request.limits(), fanOut::stop)) {
                train(fanOut, open, slots, early);
                lease.check();
                Summary summary = conclude();
                if (interrupts.interrupted()) {
                    return resumable("Interrupted.", ExitCode.INTERRUPTED);
                }
                if (early.reason().isPresent() && ended.count() < open.size()) {
                    return resumable(early.reason().get(), ExitCode.STOPPED_EARLY);
                }
                return ending(summary);
            }
        }
    }

    private TrialLimits patience() {
        return new TrialLimits(request.limits().maxAttempts(), request.limits().trialTimeout());
    }

    private ExitCode resumable(String why, ExitCode code) {
        console.note(why + " The same command with --out " + directory.label() + " goes on from here.");
        return code;
    }

    /** How the run ended when nobody asked it to stop. */
    private ExitCode ending(Summary summary) throws IOException, RunDirectoryException {
        int notRun = summary.totals().notRun();
        if (notRun == 0) {
            completeModels(summary);
        }
        return notRun == 0
                ? RunTables.exitCode(summary)
                : resumable(
                        "INCOMPLETE: " + (notRun == 1 ? "1 trial was" : notRun + " trials were")
                                + " not run, though nobody asked to stop.",
                        ExitCode.INCOMPLETE);
    }

    /** Makes models that are asked for and are not there; of those that a command for failed trials finds missing, tells. */
    private void completeModels(Summary summary) throws IOException, RunDirectoryException {
        MissingModels models = new MissingModels(directory, sweep, lease, datasets, console);
        List<Trial> missing = models.among(SavedModels.wanted(request.saveModels(), summary, directory, sweep));
        if (!request.again().isEmpty()) {
            missing.forEach(trial -> console.warn("There is no sound model of trial " + trial.id()
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
            progress.ended(invalid, outcome.label(), Optional.empty());
        }
    }

    private void train(FanOut fanOut, OpenTrials.Found open, SparkSlots slots, EarlyEnd early)
            throws IOException, ClusterException {
        List<IOException> unwritten = new ArrayList<>();
        try (StatusTicker ticker = StatusTicker.start(
                        progress,
                        slots::count,
                        new ToldTrials(directory.trials(), InstantSource.system()),
                        request.statusInterval(),
                        console);
                ToldSlots told = ToldSlots.start(directory, lease.token(), slots::count, ToldSlots.INTERVAL_MILLIS);
                LeadingNetworks networks = new LeadingNetworks(directory, sweep, request.saveModels());
                LivePage page = livePage(open)) {
            fanOut.run(open.begun(), open.fresh(), one -> {
                try {
                    ended.hear(one, early);
                    List<SharedOutcomes.Copy> equal = open.equal().of(one.trial());
                    for (SharedOutcomes.Copy copy : equal) {
                        copies.write(copy);
                        page.ended(copy.trial());
                    }
                    networks.hear(one);
                    page.ended(one.trial());
                } catch (IOException e) {
                    unwritten.add(e);
                    fanOut.stop();
                }
            });
        } catch (InterruptedException e) {
            fanOut.stop();
            Thread.currentThread().interrupt();
        }
        if (!unwritten.isEmpty()) {
            throw unwritten.get(0);
        }
    }

    private LivePage livePage(OpenTrials.Found open) {
        // By number: a trial's own hash is that of all that its configuration holds.
        BitSet still = new BitSet();
        open.begun().forEach(trial -> still.set(trial.number()));
        open.fresh().forEach(trial -> still.set(trial.number()));
        still.or(open.equal().waiting());
        List<Trial> before = request.plan().trials().stream()
                .map(PlannedTrial::trial)
                .filter(trial -> !still.get(trial.number()))
                .toList();
        Duration interval = request.statusInterval().compareTo(LEAST_PAGE_INTERVAL) > 0
                ? request.statusInterval()
                : LEAST_PAGE_INTERVAL;
        return LivePage.start(directory, sweep, request.text(), before, progress::pace, interval, console);
    }

    private Summary conclude() throws IOException, RunDirectoryException {
        Summary summary = RunTables.write(directory, sweep, TrialChoice.USUAL, InstantSource.system(), console);
        new SavedModels(directory, sweep, console).keep(request.saveModels(), summary);
        console.say(summary.console(console.width()));
        console.say("Files: " + directory.label());
        return summary;
    }
}
