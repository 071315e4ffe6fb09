package nightsweep.driver.summary.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nightsweep.driver.statistics.Holm;
import nightsweep.driver.statistics.McNemarTest;
import nightsweep.driver.summary.ranking.Endings;
import nightsweep.driver.summary.ranking.Status;
import nightsweep.driver.summary.ranking.TrialEnding;
import nightsweep.experiments.sweep.Configuration;

/** Tests each best against those beside it, example by example, on repeat 0 of each. */
public final class ExampleTests {
    /** Of those beside a best, how many are tested; each takes reading a file. */
    static final int MOST_TESTED = 200;

    private final Map<Integer, TrialEnding> trials;
    private final Map<Integer, Integer> computations;
    private final TestPredictions predictions;

    private ExampleTests(Endings endings, TestPredictions predictions) {
        this.trials = endings.configurations().stream()
                .collect(Collectors.toMap(
                        one -> one.configuration().number(), one -> one.trials().get(0)));
        this.computations = Comparisons.computations(endings);
        this.predictions = predictions;
    }

    /** The comparisons, with tests wherever the predictions of both are known. */
    public static Comparisons of(Comparisons comparisons, Endings endings, TestPredictions predictions) {
        if (endings.sweep().predictsNumber()) {
            return comparisons;
        }
        ExampleTests tests = new ExampleTests(endings, predictions);
        return new Comparisons(comparisons.byBest().stream()
                .flatMap(group -> tests.within(group).stream())
                .toList());
    }

    private List<Comparison> within(List<Comparison> group) {
        Map<Integer, McNemarTest> tests = tests(group);
        Map<Integer, Double> adjusted = adjusted(group, tests);
        List<Comparison> within = new ArrayList<>();
        for (Comparison one : group) {
            McNemarTest test = tests.get(one.configuration().number());
            double p = adjusted.getOrDefault(computation(one), Double.NaN);
            within.add(test == null ? one : one.with(new SameExamples(test, p)));
        }
        return within;
    }

    /** By the number of the configuration beside the best. */
    private Map<Integer, McNemarTest> tests(List<Comparison> group) {
        Map<Integer, McNemarTest> tests = new LinkedHashMap<>();
        if (group.size() > 1) {
            correctness(group.get(0).best())
                    .ifPresent(best -> group.stream()
                            .filter(one -> one.standing() != Standing.BEST)
                            .limit(MOST_TESTED)
                            .map(Comparison::configuration)
                            .forEach(other -> correctness(other)
                                    .flatMap(best::against)
                                    .ifPresent(test -> tests.put(other.number(), test))));
        }
        return tests;
    }

    private Optional<Correctness> correctness(Configuration configuration) {
        return Optional.ofNullable(trials.get(configuration.number()))
                .filter(trial -> trial.status() == Status.COMPLETED)
                .flatMap(trial -> predictions.of(trial.trial()));
    }

    /** By computation. One that was not tested counts nevertheless: it might have come out best. */
    private Map<Integer, Double> adjusted(List<Comparison> group, Map<Integer, McNemarTest> tests) {
        Map<Integer, Double> p = new LinkedHashMap<>();
        for (Comparison one : group) {
            if (one.standing() != Standing.BEST && one.standing() != Standing.SAME_COMPUTATION) {
                McNemarTest test = tests.get(one.configuration().number());
                p.merge(
                        computation(one),
                        test == null ? Double.NaN : test.p(),
                        (known, other) -> Double.isNaN(known) ? other : known);
            }
        }
        double[] adjusted = Holm.adjustedWithPickedBest(
                p.values().stream().mapToDouble(Double::doubleValue).toArray());
        int next = 0;
        for (Map.Entry<Integer, Double> entry : p.entrySet()) {
            entry.setValue(adjusted[next++]);
        }
        return p;
    }

    private int computation(Comparison one) {
        int number = one.configuration().number();
        return computations.getOrDefault(number, number);
    }
}
