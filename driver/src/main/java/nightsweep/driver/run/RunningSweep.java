package nightsweep.driver.run;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nightsweep.driver.cli.Console;
import nightsweep.driver.cli.ExitCode;
import nightsweep.driver.cli.RunRequest;
import nightsweep.driver.journal.Lease;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.driver.plan.PlannedTrial;
import nightsweep.driver.schedule.ClusterException;
import nightsweep.driver.schedule.FanOut;
import nightsweep.driver.schedule.SparkSlots;
import nightsweep.driver.schedule.TrialLimits;
import nightsweep.driver.schedule.TrialReport;
import nightsweep.driver.summary.Summary;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.outcome.AttemptHistory;
import nightsweep.experiments.outcome.FailureReason;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.provenance.Origin;

/** One run from its claimed directory to its tables. */
final class RunningSweep {
    private final RunRequest request;
    private final RunDirectory directory;
    private final Lease lease;
    private final Map<DatasetSpec, Dataset> datasets;
    private final Console console;
    private final Sweep sweep;
    private final Progress progress;
    private final DriverOutcomes unspoken;
    private final Map<Trial, PlannedTrial> planned = new LinkedHashMap<>();
    private int heard;

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
        this.unspoken = new DriverOutcomes(sweep, Origin.here("", ""), InstantSource.system());
        request.plan().trials().forEach(one -> planned.put(one.trial(), one));
    }

    /** Runs what has not ended yet, writes the tables, and says what came of it. */
    ExitCode carryOut() throws IOException, RunDirectoryException, ClusterException {
        List<Trial> open = open();
        refuseInvalid();
        if (open.isEmpty()) {
            return conclude();
        }
        try (SparkSlots slots = SparkSlots.start(request.master(), "nightsweep " + sweep.name())) {
            FanOut fanOut = slots.ship(request.text(), sweep, datasets, directory.path(), request.hadoop(), patience());
            lease.whenLost(fanOut::stop);
            try (Interrupts interrupts = Interrupts.heard(fanOut::stop, ExitCode.INTERRUPTED.number());
                    EarlyEnd early = EarlyEnd.watching(request.limits(), fanOut::stop)) {
                train(fanOut, open, slots.count(), early);
                lease.check();
                ExitCode ending = conclude();
                if (interrupts.interrupted()) {
                    return resumable("Interrupted.", ExitCode.INTERRUPTED);
                }
                return early.reason().isPresent() && heard < open.size()
                        ? resumable(early.reason().get(), ExitCode.STOPPED_EARLY)
                        : ending;
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

    private void refuseInvalid() throws IOException {
        for (PlannedTrial invalid : request.plan().invalid()) {
            TrialOutcome outcome = unspoken.invalid(invalid.trial(), invalid.objections());
            directory.trials().keep(outcome);
            progress.ended(invalid, outcome.label(), Double.NaN);
        }
    }

    /** The trials that have no outcome yet, or one that is set aside. */
    private List<Trial> open() throws IOException, RunDirectoryException {
        KeptData data = new KeptData(directory.label(), datasets);
        List<Trial> open = new ArrayList<>();
        List<TrialOutcome> aside = new ArrayList<>();
        ReadAhead.each(
                request.plan().trainable(),
                KeptOutcomes.reader(directory, console),
                PlannedTrial::trial,
                (one, outcome) -> {
                    outcome.ifPresent(kept -> data.compare(one.trial(), kept));
                    if (outcome.isPresent() && !again(outcome.get())) {
                        double figure = Summary.objective(sweep, one.trial(), outcome.get());
                        progress.endedBefore(one, outcome.get().label(), figure);
                    } else {
                        outcome.ifPresent(aside::add);
                        open.add(one.trial());
                    }
                });
        data.refuseIfChanged();
        for (TrialOutcome outcome : aside) {
            directory.trials().setAside(outcome);
        }
        int ended = request.plan().trainable().size() - open.size();
        if (ended > 0) {
            console.note(ended + " trials ended before; " + open.size() + " are still to be run.");
        }
        return open;
    }

    /** Whether a trial failed for no reason of its own, or for one for which the user wants it run again. */
    private boolean again(TrialOutcome outcome) {
        return outcome instanceof TrialOutcome.Failed failed
                && (failed.reason() == FailureReason.EXECUTOR_LOST
                        || request.again().contains(failed.reason()));
    }

    private void train(FanOut fanOut, List<Trial> open, int slots, EarlyEnd early)
            throws IOException, ClusterException {
        List<IOException> unwritten = new ArrayList<>();
        try (StatusTicker ticker = StatusTicker.start(progress, slots, request.statusInterval(), console)) {
            fanOut.run(open, ended -> {
                try {
                    note(ended, early);
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

    private void note(FanOut.Ended ended, EarlyEnd early) throws IOException {
        heard++;
        PlannedTrial one = planned.get(ended.trial());
        if (one == null) {
            throw new AssertionError("Only planned trials are run.");
        }
        if (ended instanceof FanOut.Ended.Reported reported) {
            if (!reported.report().problem().isEmpty()) {
                throw new IOException(reported.report().problem());
            }
            if (reported.report().aftermath() == TrialReport.Aftermath.THREAD) {
                console.warn("trial " + one.trial().id().text() + " could not be ended: it takes a processor from the"
                        + " others until this command ends.");
            }
            end(one, reported.report().outcome(), reported.report().objective(), early);
        } else if (ended instanceof FanOut.Ended.Lost lost) {
            AttemptHistory history =
                    directory.trials().history(one.trial().id()).and(lost.history());
            TrialOutcome outcome = unspoken.lost(lost.trial(), history);
            directory.trials().keep(outcome);
            end(one, outcome.label(), Double.NaN, early);
        } else {
            throw new AssertionError(ended);
        }
    }

    private void end(PlannedTrial one, String outcome, double figure, EarlyEnd early) {
        progress.ended(one, outcome, figure);
        if (outcome.equals("failed")) {
            early.failed();
        }
    }

    private ExitCode conclude() throws IOException {
        Summary summary = RunTables.write(directory, sweep, console);
        console.say(summary.console(console.width()));
        console.say("Files: " + directory.label());
        return RunTables.exitCode(summary);
    }
}
