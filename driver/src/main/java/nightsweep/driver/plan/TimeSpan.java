package nightsweep.driver.plan;

import java.util.Locale;

/** A length of time in words. */
public final class TimeSpan {
    private static final double SECOND = 1_000;
    /** Up to here a minute is too coarse. */
    private static final int LONG_SECONDS = 120;

    private static final double MINUTE = 60 * SECOND;

    private TimeSpan() {}

    /** As precise as an estimate deserves, such as {@code 90 s}, {@code 12 min} or {@code 3 h 20 min}. */
    public static String text(double millis) {
        if (millis < SECOND) {
            return "under 1 s";
        }
        if (Math.round(millis / SECOND) < LONG_SECONDS) {
            return String.format(Locale.ROOT, "%d s", Math.round(millis / SECOND));
        }
        long minutes = Math.round(millis / MINUTE);
        return minutes < 60
                ? String.format(Locale.ROOT, "%d min", minutes)
                : String.format(Locale.ROOT, "%,d h %d min", minutes / 60, minutes % 60);
    }
}
