package nightsweep.driver.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nightsweep.driver.statistics.Holm;
import nightsweep.driver.statistics.PairedTest;
import nightsweep.driver.statistics.Range;
import nightsweep.driver.summary.comparison.Comparison;
import nightsweep.driver.summary.ranking.Averaged;
import nightsweep.driver.summary.ranking.ConfigurationEndings;
import nightsweep.driver.summary.ranking.Endings;
import nightsweep.driver.summary.ranking.Figures;
import nightsweep.driver.summary.ranking.Fingerprint;
import nightsweep.driver.summary.ranking.Ranges;
import nightsweep.driver.summary.ranking.Selection;
import nightsweep.driver.summary.ranking.TrialEnding;
import nightsweep.driver.table.Table;
import nightsweep.experiments.sweep.Metric;
import nightsweep.experiments.sweep.Objective.Goal;

/**
 * Two runs beside each other: the configurations that both have, in pairs over the repeats that both completed.
 *
 * @param measure what is compared, such as {@code validation accuracy}
 * @param goal which way of it is better
 * @param ends what no figure of it passes, the lower first; infinite where there is none
 * @param verdict what all rows come to
 * @param table one row for each configuration that both have, in the order of the first run
 * @param notes what a reader of it must know
 */
public record RunComparison(
        String measure, Goal goal, List<Double> ends, RunVerdict verdict, Table table, List<String> notes) {
    private static final int MOST_NAMED = 10;

    public RunComparison {
        ends = List.copyOf(ends);
        notes = List.copyOf(notes);
    }

    /** What is compared, and which way is better. */
    private record Measure(String title, Goal goal, Metric metric, ToDoubleFunction<TrialEnding> value) {}

    /** {@code second} beside {@code first}; differences are those from the first to the second. */
    public static RunComparison of(Summary first, Summary second) {
        Endings before = first.endings();
        Endings after = second.endings();
        Measure measure = measure(before.selection(), after.selection());
        Map<Map<String, String>, ConfigurationEndings> others = new LinkedHashMap<>();
        after.configurations()
                .forEach(one -> others.putIfAbsent(one.configuration().point(), one));
        List<ComparedConfiguration> compared = new ArrayList<>();
        List<ConfigurationEndings> onlyFirst = new ArrayList<>();
        for (ConfigurationEndings one : before.configurations()) {
            Optional.ofNullable(others.remove(one.configuration().point()))
                    .ifPresentOrElse(other -> compared.add(compare(one, other, measure)), () -> onlyFirst.add(one));
        }
        List<ComparedConfiguration> adjusted = adjust(compared);
        List<String> notes = new ArrayList<>();
        boolean folded = before.sweep().folds() > 1 || after.sweep().folds() > 1;
        notes.add("Differences in " + measure.title() + " from the first run to the second, over the "
                + (folded ? "folds" : "repeats") + " that both completed: paired "
                + (folded ? "corrected resampled t-tests (Nadeau and Bengio 2003)" : "t-tests")
                + ", Holm's correction.");
        if (before.sweep().folds() != after.sweep().folds()) {
            notes.add("One run has " + Averaged.over(before.sweep()) + " of each configuration and the other "
                    + Averaged.over(after.sweep())
                    + ": they are trained and validated on different examples, so that differences vary more.");
        }
        if (!measure.title().equals(before.selection().title())
                || !measure.title().equals(after.selection().title())) {
            notes.add(
                    "The runs have different objectives: " + before.selection().title() + ", and "
                            + after.selection().title() + ". Both have a " + measure.title() + ".");
        }
        if (before.sweep().target() != after.sweep().target()) {
            notes.add("One run predicts a number and the other a class: there is no figure that both have.");
        }
        if (before.sweep().seed() != after.sweep().seed()) {
            notes.add("The sweeps have different seeds: their repeats share no random numbers, so that differences vary"
                    + " more.");
        }
        if (before.sweep().seed() == after.sweep().seed()) {
            notes.add("Both sweeps have the seed " + before.sweep().seed()
                    + ": their repeats share random numbers, so that"
                    + " differences show more plainly. That both come to the same is no second witness to it: for that"
                    + " give one of them another seed.");
        }
        only("first", onlyFirst).ifPresent(notes::add);
        only("second", List.copyOf(others.values())).ifPresent(notes::add);
        return new RunComparison(
                measure.title(),
                measure.goal(),
                Ranges.ends(adjusted.stream().map(ComparedConfiguration::range).toList()),
                RunVerdict.of(adjusted),
                ComparedConfiguration.table(before.sweep(), measure.title(), adjusted),
                notes);
    }

    /** At most {@code most} of the rows, with a note of how many more there are. */
    public Table table(int most) {
        int more = table.rows().size() - most;
        return new Table(
                table.name(),
                table.title(),
                table.columns(),
                table.rows().subList(0, Math.min(most, table.rows().size())),
                more > 0 ? List.of(String.format(Locale.ROOT, "%,d more with --json.", more)) : List.of());
    }

    private static Measure measure(Selection before, Selection after) {
        boolean same = before.title().equals(after.title())
                && before.objective().goal() == after.objective().goal();
        return same
                ? new Measure(
                        before.title(),
                        before.objective().goal(),
                        before.objective().metric(),
                        before::value)
                : before.objective().metric().needs() == Metric.Needs.NUMBERS
                                && after.objective().metric().needs() == Metric.Needs.NUMBERS
                        ? new Measure(
                                "test RMSE",
                                Goal.MINIMIZE,
                                Metric.ROOT_MEAN_SQUARED_ERROR,
                                trial -> trial.test().value(Metric.ROOT_MEAN_SQUARED_ERROR))
                        : new Measure(
                                "test accuracy",
                                Goal.MAXIMIZE,
                                Metric.ACCURACY,
                                trial -> trial.test().accuracy());
    }

    private static ComparedConfiguration compare(
            ConfigurationEndings first, ConfigurationEndings second, Measure measure) {
        boolean comparable = measure.metric() != Metric.LOSS
                || Selection.lossKind(first.configuration()) == Selection.lossKind(second.configuration());
        int repeats = Math.min(first.trials().size(), second.trials().size());
        double[] differences = IntStream.range(0, comparable ? repeats : 0)
                .mapToDouble(
                        repeat -> measure.value().applyAsDouble(second.trials().get(repeat))
                                - measure.value().applyAsDouble(first.trials().get(repeat)))
                .filter(Double::isFinite)
                .toArray();
        boolean same = differences.length > 0
                && IntStream.range(0, repeats)
                        .allMatch(repeat -> fingerprint(first, repeat).equals(fingerprint(second, repeat)));
        Range range = Ranges.of(measure.metric(), first.configuration());
        return new ComparedConfiguration(
                first.configuration(),
                second.configuration(),
                first.spread(measure.value()),
                second.spread(measure.value()),
                PairedTest.of(differences, range.ofDifferences(), Math.max(first.overlap(), second.overlap())),
                same,
                Double.NaN,
                Double.NaN,
                measure.goal(),
                range);
    }

    private static Optional<Fingerprint> fingerprint(ConfigurationEndings configuration, int repeat) {
        return configuration.trials().get(repeat).ending().figures().map(Figures::fingerprint);
    }

    private static List<ComparedConfiguration> adjust(List<ComparedConfiguration> compared) {
        double[] p = compared.stream()
                .mapToDouble(one -> one.same() || one.test().n() < Comparison.FEWEST_REPEATS
                        ? Double.NaN
                        : one.test().p())
                .toArray();
        double[] adjusted = Holm.adjusted(p);
        double[] times = Holm.times(p);
        return IntStream.range(0, p.length)
                .mapToObj(i -> compared.get(i).adjusted(adjusted[i], times[i]))
                .toList();
    }

    private static Optional<String> only(String which, List<ConfigurationEndings> configurations) {
        if (configurations.isEmpty()) {
            return Optional.empty();
        }
        String named = configurations.stream()
                .limit(MOST_NAMED)
                .map(one -> one.configuration().number() + " ("
                        + one.configuration().label() + ")")
                .collect(Collectors.joining(", "));
        int more = configurations.size() - MOST_NAMED;
        return Optional.of("Only in the " + which + ": " + named + (more > 0 ? ", and " + more + " more." : "."));
    }
}
