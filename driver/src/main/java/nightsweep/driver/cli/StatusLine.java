package nightsweep.driver.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import nightsweep.experiments.sweep.TrialId;

/**
 * How far a run has come.
 *
 * @param done trials that ended, however they did
 * @param total trials of the plan
 * @param failed of those done
 * @param diverged of those done
 * @param running trials under way
 * @param best empty until a trial has been measured
 * @param leftMillis until the end; empty where nothing is known
 * @param slots what is trained now, as far as workers have told of it
 */
public record StatusLine(
        int done,
        int total,
        int failed,
        int diverged,
        int running,
        Optional<Best> best,
        OptionalLong leftMillis,
        List<Slot> slots) {
    private static final int SHORT_ID = 6;
    private static final double SMALL = 0.01;
    private static final long MINUTE_MILLIS = 60_000;

    public StatusLine {
        slots = List.copyOf(slots);
    }

    /** A run whose workers have told of nothing. */
    public StatusLine(
            int done, int total, int failed, int diverged, int running, Optional<Best> best, OptionalLong leftMillis) {
        this(done, total, failed, diverged, running, best, leftMillis, List.of());
    }

    /** The best trial so far, by what metric, and its figure. */
    public record Best(String metric, double value, TrialId id) {}

    /**
     * What one slot trains.
     *
     * @param label of the configuration
     * @param epoch from 1
     * @param loss of the epoch before; NaN in the first
     */
    public record Slot(String label, TrialId id, int epoch, int epochs, double loss) {}

    /** In one line, such as {@code 37/120 done · 2 failed · 16 running · best accuracy 0.971 (t-3fa2…) · 01:12 left}. */
    public String text() {
        List<String> parts = new ArrayList<>();
        parts.add(done + "/" + total + " done");
        if (failed > 0) {
            parts.add(failed + " failed");
        }
        if (diverged > 0) {
            parts.add(diverged + " diverged");
        }
        if (running > 0) {
            parts.add(running + " running");
        }
        best.ifPresent(b -> parts.add("best " + b.metric() + " " + figure(b.value()) + " (" + shortened(b.id()) + ")"));
        if (leftMillis.isPresent() && done < total) {
            parts.add(clock(leftMillis.getAsLong()) + " left");
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

    /** Hours and minutes; a begun minute counts. */
    static String clock(long millis) {
        long minutes = (Math.max(0, millis) + MINUTE_MILLIS - 1) / MINUTE_MILLIS;
        return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
    }
}
