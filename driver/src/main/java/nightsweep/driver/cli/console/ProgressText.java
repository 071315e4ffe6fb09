package nightsweep.driver.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nightsweep.driver.application.RunProgress;
import nightsweep.driver.plan.TimeSpan;
import nightsweep.experiments.sweep.TrialId;

/** How far a run has come, in words. */
final class ProgressText {
    private static final int SHORT_ID = 6;
    private static final double SMALL = 0.01;

    private ProgressText() {}

    /** In one line, such as {@code 37/120 done · 2 failed · 16 running · best accuracy 0.971 (t-3fa2…) · 1 h 12 min left}. */
    static String line(RunProgress progress) {
        List<String> parts = new ArrayList<>();
        parts.add(progress.done() + "/" + progress.total() + " done");
        progress.proposed().ifPresent(proposed -> parts.add(proposed + " proposed"));
        if (progress.stopped() > 0) {
            parts.add(progress.stopped() + " stopped");
        }
        if (progress.failed() > 0) {
            parts.add(progress.failed() + " failed");
        }
        if (progress.diverged() > 0) {
            parts.add(progress.diverged() + " diverged");
        }
        if (progress.running() > 0) {
            parts.add(progress.running() + " running");
        }
        progress.best()
                .ifPresent(best -> parts.add(
                        "best " + best.metric() + " " + figure(best.value()) + " (" + shortened(best.id()) + ")"));
        if (progress.leftMillis().isPresent() && progress.done() < progress.total()) {
            parts.add(TimeSpan.text((double) progress.leftMillis().getAsLong()) + " left");
        }
        return String.join(" · ", parts);
    }

    static String shortened(TrialId id) {
        return id.text().substring(0, SHORT_ID) + "…";
    }

    static String figure(double value) {
        return Math.abs(value) < SMALL && value != 0
                ? String.format(Locale.ROOT, "%.2e", value)
                : String.format(Locale.ROOT, "%.3f", value);
    }
}
