package nightsweep.driver.cli.notify;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import nightsweep.driver.application.Interruption;
import nightsweep.driver.application.Listener;
import nightsweep.driver.application.RunEnd;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.application.RunProgress;
import nightsweep.driver.application.RunRequest;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.json.Notice;
import nightsweep.driver.json.SweepSummary;
import nightsweep.driver.notify.Webhook;
import nightsweep.driver.summary.Summary;
import nightsweep.experiments.Redaction;
import nightsweep.experiments.sweep.Trial;

/** Passes everything on, and has a webhook told what somebody who sleeps wants to know. */
final class NotifyingListener implements Listener {
    private final Listener next;
    private final Webhook webhook;
    private final RunRequest request;
    private final AtomicBoolean failure = new AtomicBoolean();
    private volatile Optional<Summary> summary = Optional.empty();

    NotifyingListener(Listener next, Webhook webhook, RunRequest request) {
        this.next = next;
        this.webhook = webhook;
        this.request = request;
    }

    /** Tells that the run is over. */
    void ended(RunEnd end, ExitCode code) {
        String word = end.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String text = sweep() + ": " + code.meaning() + ".";
        tell("end", text + summary.map(this::figures).orElse(""), Optional.of(word));
    }

    /** Tells that it could not be carried out. */
    void failed(RunFailure problem) {
        tell("end", sweep() + " could not be carried out: " + problem.getMessage(), Optional.of("not-carried-out"));
    }

    @Override
    public void failed(Trial trial) {
        next.failed(trial);
        if (failure.compareAndSet(false, true)) {
            tell(
                    "failure",
                    sweep() + ": a trial failed, the first of this run: " + trial.id() + " ("
                            + trial.configuration().label() + "). The others go on.",
                    Optional.empty());
        }
    }

    @Override
    public void damaged(Trial trial) {
        next.damaged(trial);
    }

    private void tell(String event, String text, Optional<String> state) {
        String told = Redaction.of(text);
        webhook.send(
                new Notice(event, told, sweep(), Redaction.of(request.out()), state, summary.map(Summary::totals)));
    }

    private String figures(Summary of) {
        SweepSummary.Totals totals = of.totals();
        String text = " Of " + totals.planned() + " trials " + totals.completed() + " completed, " + totals.stopped()
                + " stopped, " + totals.diverged() + " diverged, " + totals.failed() + " failed, " + totals.notRun()
                + " not run.";
        List<SweepSummary.BestConfiguration> best = of.brief().bestConfigurations();
        return best.isEmpty() ? text : text + " Best: " + best.get(0).label() + ".";
    }

    private String sweep() {
        return request.plan().sweep().name();
    }

    @Override
    public void concluded(Summary told, String place) {
        summary = Optional.of(told);
        next.concluded(told, place);
    }

    @Override
    public void note(String text) {
        next.note(text);
    }

    @Override
    public void warn(String text) {
        next.warn(text);
    }

    @Override
    public void progress(RunProgress progress) {
        next.progress(progress);
    }

    @Override
    public void progressEnded() {
        next.progressEnded();
    }

    @Override
    public boolean followsSlots() {
        return next.followsSlots();
    }

    @Override
    public Interruption interruptible(Runnable stop) {
        return next.interruptible(stop);
    }
}
