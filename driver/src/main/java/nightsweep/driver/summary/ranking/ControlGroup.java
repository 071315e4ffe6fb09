package nightsweep.driver.summary.ranking;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nightsweep.experiments.sweep.Objective.Goal;

/** Configurations that fell behind and were trained to the end all the same, to show what stopping the others lost. */
public final class ControlGroup {
    /** How tables call what belongs to it. */
    public static final String NAME = "control group";

    private ControlGroup() {}

    /** What stopping lost, in a sentence; none without such a group. */
    public static List<String> notes(Endings endings) {
        int count = endings.control().size();
        if (count == 0) {
            return List.of();
        }
        Selection selection = endings.selection();
        Optional<Double> behind =
                best(endings.configurations().stream().filter(ConfigurationEndings::control), selection);
        Optional<Double> ahead = best(endings.configurations().stream().filter(one -> !one.control()), selection);
        return List.of(String.format(
                Locale.ROOT,
                "Control group: %,d %s had fallen behind and %s trained to the end all the same. The best of them reached a %s"
                        + " of %s, the best of those that went on %s%s. They are ranked and counted like the others.",
                count,
                count == 1 ? "configuration" : "configurations",
                count == 1 ? "was" : "were",
                selection.title(),
                text(behind),
                text(ahead),
                behind.isEmpty() || ahead.isEmpty()
                        ? ""
                        : lost(behind.get(), ahead.get(), selection.objective().goal())));
    }

    private static Optional<Double> best(Stream<ConfigurationEndings> configurations, Selection selection) {
        Goal goal = selection.objective().goal();
        return configurations
                .map(one -> one.spread(selection::value).mean())
                .filter(Double::isFinite)
                .reduce((a, b) -> goal.better(b, a) ? b : a);
    }

    private static String text(Optional<Double> mean) {
        return mean.map(value -> String.format(Locale.ROOT, "%.4f", value)).orElse("nothing");
    }

    private static String lost(double behind, double ahead, Goal goal) {
        return goal.better(behind, ahead)
                ? String.format(Locale.ROOT, ": stopping would have lost %.4f", Math.abs(behind - ahead))
                : ": stopping would have lost nothing";
    }
}
