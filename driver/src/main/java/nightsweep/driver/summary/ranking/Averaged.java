package nightsweep.driver.summary.ranking;

import java.util.Locale;
import java.util.Optional;
import nightsweep.experiments.sweep.Sweep;

/** What the figures of a configuration are means over, in words. */
public final class Averaged {
    private Averaged() {}

    /** All its trials, such as {@code 3 repeats} or {@code 5 folds x 3 repeats}. */
    public static String over(Sweep sweep) {
        String repeats = sweep.repeats() + (sweep.repeats() == 1 ? " repeat" : " repeats");
        return sweep.folds() == 1 ? repeats : sweep.folds() + " folds" + (sweep.repeats() == 1 ? "" : " x " + repeats);
    }

    /** What each trial of a configuration is: {@code fold} or {@code repeat}. */
    public static String noun(Sweep sweep) {
        return sweep.folds() > 1 ? "fold" : "repeat";
    }

    /** How trials of folds are to be read; nothing where there are none. */
    static Optional<String> note(Sweep sweep) {
        return sweep.folds() == 1
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "Figures of a configuration are means of %s: each trial is trained on all folds but one and validated"
                                + " on that. Their training sets overlap, so intervals and tests are those of the corrected"
                                + " resampled t (Nadeau and Bengio 2003): variance times 1/%d + 1/%d. Test examples are in"
                                + " no fold.",
                        over(sweep),
                        sweep.trialsEach(),
                        sweep.folds() - 1));
    }
}
