package nightsweep.driver.finals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import nightsweep.driver.statistics.Holm;
import nightsweep.driver.statistics.PairedTest;
import nightsweep.driver.statistics.Range;
import nightsweep.experiments.sweep.Finalists;
import nightsweep.experiments.sweep.FinalsRound;
import nightsweep.experiments.sweep.Objective;
import nightsweep.experiments.sweep.TrialId;

/**
 * Which configurations are trained in how many repeats, by what came of their trials and by nothing else. The best of all by
 * their first repeat are chosen. Then the best of these by its mean is held against each other one, over the repeats that both
 * completed, and as long as that does not tell them apart both get one more.
 */
final class Finals {
    /** Below so many pairs a test tells nothing. */
    private static final int FEWEST_PAIRS = 3;

    private static final double LEVEL = 0.05;

    private final Finalists asked;
    private final Objective.Goal goal;
    private final Map<Integer, TrialId> firsts = new TreeMap<>();
    private final Map<Integer, Map<Integer, Double>> figures = new HashMap<>();
    private final Map<Integer, Integer> granted = new HashMap<>();
    private List<Integer> chosen = List.of();
    private int compared;
    private int wanted;
    private int level;

    Finals(Finalists asked, Objective.Goal goal) {
        this.asked = asked;
        this.goal = goal;
    }

    /** A configuration that may be chosen. */
    void add(int configuration, TrialId first) {
        firsts.put(configuration, first);
    }

    /**
     * What came of a trial.
     *
     * @param figure the objective; NaN where nothing came of it
     */
    void take(int configuration, int repeat, double figure) {
        figures.computeIfAbsent(configuration, number -> new HashMap<>()).put(repeat, figure);
    }

    /** What comes next once all that was granted is trained; empty where nothing more is granted. */
    Optional<FinalsRound> next() {
        if (compared != firsts.size() || wanted != asked.count()) {
            List<Integer> best = firsts.keySet().stream()
                    .filter(number -> Double.isFinite(figure(number, 0)))
                    .sorted(bestFirst(number -> figure(number, 0)))
                    .limit(asked.count())
                    .toList();
            return best.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new FinalsRound(firsts.size(), asked.count(), asked.repeats(), ids(best)));
        }
        if (level < asked.repeats()) {
            return Optional.of(new FinalsRound(0, 0, asked.repeats(), ids(chosen)));
        }
        List<Integer> together = level < asked.most() ? notToldApart() : List.of();
        return together.isEmpty() ? Optional.empty() : Optional.of(new FinalsRound(0, 0, level + 1, ids(together)));
    }

    /** Carries a round out; returns the trials that it asks for, by configuration the repeats from 1 on. */
    Map<Integer, Integer> apply(FinalsRound round) {
        List<Integer> numbers = firsts.entrySet().stream()
                .filter(one -> round.firsts().contains(one.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (round.choice()) {
            compared = round.compared();
            wanted = round.finalists();
            chosen = numbers;
        }
        level = round.repeats();
        Map<Integer, Integer> now = new TreeMap<>();
        for (int number : numbers) {
            granted.merge(number, level, Math::max);
            now.put(number, level);
        }
        return now;
    }

    /** How many repeats have been granted so far, by configuration. */
    Map<Integer, Integer> granted() {
        return Map.copyOf(granted);
    }

    /** The best finalist and those that it cannot be told from; none where there are none. */
    private List<Integer> notToldApart() {
        List<Integer> ranked = chosen.stream()
                .filter(number -> Double.isFinite(mean(number)))
                .sorted(bestFirst(this::mean))
                .toList();
        if (ranked.size() < 2) {
            return List.of();
        }
        int best = ranked.get(0);
        List<Integer> others = ranked.subList(1, ranked.size()).stream()
                .filter(other -> !same(best, other))
                .toList();
        double[] p = others.stream().mapToDouble(other -> p(best, other)).toArray();
        double[] adjusted = Holm.adjustedWithPickedBest(p);
        // Each further repeat is another look.
        int looks = asked.most() - asked.repeats() + 1;
        List<Integer> together = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            if (!(adjusted[i] * looks < LEVEL)) {
                together.add(others.get(i));
            }
        }
        if (!together.isEmpty()) {
            together.add(best);
        }
        return together.stream().sorted().toList();
    }

    /** NaN where too few repeats were completed by both to tell. */
    private double p(int best, int other) {
        double[] differences = differences(best, other);
        return differences.length < FEWEST_PAIRS
                ? Double.NaN
                : PairedTest.of(differences, Range.ANY).p();
    }

    /** Whether two never differ: more repeats would tell nothing. */
    private boolean same(int best, int other) {
        double[] differences = differences(best, other);
        return differences.length > 0 && Arrays.stream(differences).allMatch(one -> one == 0);
    }

    private double[] differences(int best, int other) {
        return figures.getOrDefault(best, Map.of()).keySet().stream()
                .sorted()
                .mapToDouble(repeat -> figure(other, repeat) - figure(best, repeat))
                .filter(Double::isFinite)
                .toArray();
    }

    private double figure(int configuration, int repeat) {
        return figures.getOrDefault(configuration, Map.of()).getOrDefault(repeat, Double.NaN);
    }

    private double mean(int configuration) {
        double sum = 0;
        int count = 0;
        for (int repeat = 0; repeat < granted.getOrDefault(configuration, 1); repeat++) {
            double figure = figure(configuration, repeat);
            if (Double.isFinite(figure)) {
                sum += figure;
                count++;
            }
        }
        return sum / count;
    }

    private Comparator<Integer> bestFirst(ToDoubleFunction<Integer> figure) {
        Comparator<Integer> rising = Comparator.comparingDouble(figure);
        return (goal == Objective.Goal.MAXIMIZE ? rising.reversed() : rising).thenComparing(number -> number);
    }

    private List<TrialId> ids(List<Integer> numbers) {
        return numbers.stream()
                .sorted()
                .map(number -> Optional.ofNullable(firsts.get(number)).orElseThrow())
                .toList();
    }
}
