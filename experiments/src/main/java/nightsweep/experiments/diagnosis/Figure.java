package nightsweep.experiments.diagnosis;

import java.util.Locale;

/** Figures as they read in a sentence. */
final class Figure {
    private Figure() {}

    /** Three digits that count. */
    static String of(double value) {
        return Double.isFinite(value) && value != 0 && (Math.abs(value) < 1e-3 || Math.abs(value) >= 1e5)
                ? String.format(Locale.ROOT, "%.1e", value)
                : String.format(Locale.ROOT, "%.3f", value);
    }

    /** A share as a percentage. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** A difference of two shares. */
    static String points(double difference) {
        return String.format(Locale.ROOT, "%.1f points", 100 * difference);
    }
}
