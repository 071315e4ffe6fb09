package nightsweep.driver.summary.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightsweep.driver.statistics.Holm;
import nightsweep.driver.statistics.PairedTest;
import nightsweep.driver.summary.ranking.Averaged;
import nightsweep.driver.summary.ranking.ConfigurationEndings;
import nightsweep.driver.summary.ranking.Endings;
import nightsweep.driver.summary.ranking.IdenticalConfigurations;
import nightsweep.driver.summary.ranking.Ranking;
import nightsweep.driver.summary.ranking.Ranking.Ranked;
import nightsweep.driver.summary.ranking.Selection;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Sweep;

/**
 * The configurations beside the best of each group that is ranked together, in the order of their ranks.
 *
 * @param all each ranked configuration once
 */
public record Comparisons(List<Comparison> all) {
    public Comparisons {
        all = List.copyOf(all);
    }

    public static Comparisons of(Endings endings) {
        Map<Integer, Integer> computations = computations(endings);
        List<Comparison> all = new ArrayList<>();
        for (List<ConfigurationEndings> group : groups(endings)) {
            all.addAll(within(group, endings, computations));
        }
        return new Comparisons(all);
    }

    private static List<List<ConfigurationEndings>> groups(Endings endings) {
        List<Ranked<ConfigurationEndings>> ranked = Ranking.ofConfigurations(endings);
        return IntStream.range(0, endings.selection().groups().size())
                .mapToObj(group -> ranked.stream()
                        .filter(row -> row.rank() > 0)
                        .map(Ranked::item)
                        .filter(item -> endings.selection().group(item.configuration()) == group)
                        .toList())
                .toList();
    }

    /** Of each configuration that is one of several names of a computation the first such. */
    public static Map<Integer, Integer> computations(Endings endings) {
        Map<Integer, Integer> computations = new LinkedHashMap<>();
        for (List<Integer> identical : IdenticalConfigurations.of(endings)) {
            identical.forEach(number -> computations.put(number, identical.get(0)));
        }
        return computations;
    }

    private static List<Comparison> within(
            List<ConfigurationEndings> group, Endings endings, Map<Integer, Integer> computations) {
        Selection selection = endings.selection();
        if (group.isEmpty()) {
            return List.of();
        }
        ConfigurationEndings best = group.get(0);
        Map<Integer, PairedTest> tests = new LinkedHashMap<>();
        group.forEach(one -> tests.computeIfAbsent(computation(one, computations), key -> test(one, best, selection)));
        int bests = computation(best, computations);
        Set<Integer> once = group.stream()
                .map(ConfigurationEndings::configuration)
                .filter(one -> endings.finalist(best.configuration()) && !endings.finalist(one))
                .map(Configuration::number)
                .collect(Collectors.toSet());
        List<Integer> others = tests.keySet().stream()
                .filter(number -> number != bests && !once.contains(number))
                .toList();
        double[] p = others.stream()
                .map(tests::get)
                .mapToDouble(test -> test.n() < Comparison.FEWEST_REPEATS ? Double.NaN : test.p())
                .toArray();
        double[] adjusted = Holm.adjustedWithPickedBest(p);
        double[] times = Holm.timesWithPickedBest(p);
        Map<Integer, Integer> places = new LinkedHashMap<>();
        others.forEach(other -> places.put(other, places.size()));
        return group.stream()
                .map(one -> {
                    int computation = computation(one, computations);
                    PairedTest test =
                            Optional.ofNullable(tests.get(computation)).orElseThrow();
                    Integer place = places.get(computation);
                    double adjustedP = place == null ? Double.NaN : adjusted[place];
                    Standing standing =
                            one.configuration().number() == best.configuration().number()
                                    ? Standing.BEST
                                    : computation == bests
                                            ? Standing.SAME_COMPUTATION
                                            : once.contains(computation)
                                                    ? Standing.NO_FINALIST
                                                    : standing(test, adjustedP, selection);
                    return new Comparison(
                            one.configuration(),
                            best.configuration(),
                            test,
                            adjustedP,
                            place == null ? Double.NaN : times[place],
                            standing,
                            Optional.empty());
                })
                .toList();
    }

    private static int computation(ConfigurationEndings one, Map<Integer, Integer> computations) {
        int number = one.configuration().number();
        return computations.getOrDefault(number, number);
    }

    private static PairedTest test(ConfigurationEndings one, ConfigurationEndings best, Selection selection) {
        double[] differences = IntStream.range(
                        0, Math.min(one.trials().size(), best.trials().size()))
                .mapToDouble(repeat -> selection.value(one.trials().get(repeat))
                        - selection.value(best.trials().get(repeat)))
                .filter(Double::isFinite)
                .toArray();
        return PairedTest.of(differences, selection.range(best.configuration()).ofDifferences(), best.overlap());
    }

    /** Over the repeats that both completed, the one with the best mean of all can be behind. */
    private static Standing standing(PairedTest test, double adjustedP, Selection selection) {
        if (Double.isNaN(adjustedP)) {
            return Standing.TOO_FEW_REPEATS;
        }
        if (adjustedP >= Comparison.LEVEL) {
            return Standing.NOT_DISTINGUISHABLE;
        }
        return selection.objective().goal().better(0, test.mean()) ? Standing.WORSE : Standing.AHEAD;
    }

    /** How a configuration stands; empty where it has no rank. */
    public Map<Integer, Comparison> byNumber() {
        Map<Integer, Comparison> byNumber = new LinkedHashMap<>();
        all.forEach(one -> byNumber.put(one.configuration().number(), one));
        return byNumber;
    }

    /** The comparisons with each best, group by group. */
    List<List<Comparison>> byBest() {
        Map<Integer, List<Comparison>> groups = new LinkedHashMap<>();
        all.forEach(one -> groups.computeIfAbsent(one.best().number(), key -> new ArrayList<>())
                .add(one));
        return List.copyOf(groups.values());
    }

    /** What the comparisons with each best come to, in words; nothing where there is nothing to compare. */
    public List<String> notes(Endings endings) {
        Stream<String> repeats = byBest().stream()
                .filter(group -> group.size() > 1)
                .map(group -> note(group, endings.sweep()))
                .distinct();
        return Stream.concat(repeats, exampleNote().stream()).toList();
    }

    private Optional<String> exampleNote() {
        return all.stream().anyMatch(one -> one.sameExamples().isPresent())
                ? Optional.of("McNemar's tests in comparisons.csv hold one network of each configuration, repeat 0,"
                        + " against the best's over the same test examples: a mcnemar-adjusted below 0.05 means that"
                        + " these two networks differ by more than chance in the choice of test examples explains, and"
                        + " says nothing of other seeds.")
                : Optional.empty();
    }

    private static String note(List<Comparison> group, Sweep sweep) {
        int trials = sweep.trialsEach();
        String noun = Averaged.noun(sweep);
        if (trials == 1) {
            return "One repeat of each configuration: how far repeats differ is not known, so nobody can tell which"
                    + " differences are chance. Intervals of test "
                    + (sweep.predictsNumber() ? "RMSE" : "accuracy") + " are those over test examples.";
        }
        if (trials < Comparison.FEWEST_REPEATS) {
            return "Two " + noun
                    + "s of each configuration are too few to tell differences from chance: intervals stand on"
                    + " one degree of freedom. Three are the least; five and more tell more.";
        }
        int best = group.get(0).best().number();
        List<String> parts = new ArrayList<>();
        add(parts, group, Standing.SAME_COMPUTATION, "the same computation");
        add(parts, group, Standing.NOT_DISTINGUISHABLE, "not distinguishable from it");
        add(parts, group, Standing.WORSE, "worse");
        add(parts, group, Standing.AHEAD, "ahead of it over the " + noun + "s that both completed");
        add(parts, group, Standing.TOO_FEW_REPEATS, "without enough " + noun + "s to tell");
        add(parts, group, Standing.NO_FINALIST, "no finalists, and trained once");
        return "Versus best, configuration " + best + ": of " + (group.size() - 1) + " others "
                + String.join(", ", parts)
                + ". Worse means by more than chance between " + noun + "s explains: paired "
                + (sweep.folds() > 1 ? "corrected resampled " : "") + "t-tests over the same " + noun + "s,"
                + " Holm's correction, one false alarm in twenty such tables. Not distinguishable does not mean equal:"
                + " with more repeats it may come out worse.";
    }

    private static void add(List<String> parts, List<Comparison> group, Standing standing, String words) {
        long count = group.stream().filter(one -> one.standing() == standing).count();
        if (count > 0) {
            parts.add(count + (count == 1 ? " is " : " are ") + words);
        }
    }
}
