package nightsweep.driver.summary.ranking;

import java.util.List;
import java.util.Locale;
import nightsweep.driver.statistics.Interval;
import nightsweep.driver.summary.ranking.Selection.MeasuredOn;
import nightsweep.experiments.sweep.Metric;

/** What the best of many that a search tried is: picked by one figure, and to be believed by another. */
public final class Picked {
    private static final String UNTOUCHED =
            " No examples were kept apart from picking, that would tell how it does on new data: give the dataset a"
                    + " validation share.";

    private Picked() {}

    /** A sentence for each winner of a sweep whose configurations were chosen by a search; none of others. */
    public static List<String> notes(List<Winner> winners, Endings endings) {
        return endings.sweep().search().isEmpty()
                ? List.of()
                : winners.stream()
                        .map(winner -> note(winner, endings))
                        .flatMap(List::stream)
                        .toList();
    }

    private static List<String> note(Winner winner, Endings endings) {
        Selection selection = endings.selection();
        ConfigurationEndings best = winner.configuration();
        int group = selection.group(best.configuration());
        long tried = endings.configurations().stream()
                .filter(one -> selection.group(one.configuration()) == group)
                .filter(one -> one.trials().stream().anyMatch(trial -> trial.status() != Status.NOT_RUN))
                .count();
        if (tried < 2) {
            return List.of();
        }
        String picked = String.format(
                Locale.ROOT,
                "Configuration %d was picked as the best of %,d that the search tried, by its %s of %.4f: the best of many"
                        + " is partly luck, so that this figure flatters it.",
                best.configuration().number(),
                tried,
                selection.title(),
                best.spread(selection::value).mean());
        return List.of(picked + (selection.measuredOn() == MeasuredOn.TEST ? UNTOUCHED : test(best, endings)));
    }

    private static String test(ConfigurationEndings best, Endings endings) {
        Metric metric = endings.selection().objective().metric();
        Spread spread = best.spread(trial -> trial.test().value(metric));
        Interval interval = interval(best, endings, spread);
        return String.format(
                Locale.ROOT,
                " Its test %s, by which nothing was picked, is %.4f%s.",
                endings.selection().objective().title(),
                spread.mean(),
                Double.isNaN(interval.low())
                        ? ""
                        : String.format(
                                Locale.ROOT, " (95 %% interval %.4f to %.4f)", interval.low(), interval.high()));
    }

    /** Over repeats; where the sweep has but one, of accuracy and of the root mean squared error that over test examples. */
    private static Interval interval(ConfigurationEndings best, Endings endings, Spread spread) {
        Metric metric = endings.selection().objective().metric();
        if (endings.sweep().trialsEach() == 1 && metric == Metric.ROOT_MEAN_SQUARED_ERROR) {
            return best.testError();
        }
        return endings.sweep().trialsEach() == 1 && metric == Metric.ACCURACY
                ? best.testAccuracy()
                : spread.interval(endings.selection().range(best.configuration()));
    }
}
