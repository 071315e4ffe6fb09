package nightsweep.driver.summary.ranking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightsweep.driver.json.SweepSummary;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.EvaluationSpec;
import nightsweep.experiments.sweep.Sweep;

/**
 * Every planned trial of a sweep and where it stands, in the order of the plan.
 *
 * @param control numbers of the configurations that fell behind and were trained to the end all the same
 */
public record Endings(Sweep sweep, Selection selection, List<TrialEnding> trials, Set<Integer> control) {
    public Endings {
        control = Set.copyOf(control);
    }

    /** What a reader of a ranking must know. */
    public List<String> notes() {
        return Stream.concat(selection.notes().stream(), Averaged.note(sweep).stream())
                .toList();
    }

    /** The configurations, each with its trials. */
    public List<ConfigurationEndings> configurations() {
        int each = sweep.trialsAtFirst();
        List<Configuration> configurations = sweep.configurations();
        if (sweep.finalists().isPresent()) {
            return ofUnlike(configurations);
        }
        return IntStream.range(0, configurations.size())
                .mapToObj(i -> new ConfigurationEndings(
                        configurations.get(i),
                        trials.subList(i * each, (i + 1) * each),
                        control.contains(configurations.get(i).number())))
                .toList();
    }

    /** Configurations of which some have more repeats than others. */
    private List<ConfigurationEndings> ofUnlike(List<Configuration> configurations) {
        List<List<TrialEnding>> repeats = new ArrayList<>();
        configurations.forEach(one -> repeats.add(new ArrayList<>()));
        trials.forEach(trial -> repeats.get(trial.configuration().number() - 1).add(trial));
        return IntStream.range(0, configurations.size())
                .mapToObj(i -> new ConfigurationEndings(
                        configurations.get(i),
                        List.copyOf(repeats.get(i)),
                        control.contains(configurations.get(i).number())))
                .toList();
    }

    /** The trials of those repeats that every configuration has: in means over configurations finalists count no more than others. */
    public List<TrialEnding> alike() {
        return sweep.finalists().isEmpty()
                ? trials
                : trials.stream()
                        .filter(trial -> trial.trial().place() < sweep.trialsAtFirst())
                        .toList();
    }

    /** Whether a configuration is one that was trained more often than the others, since it was among the best. */
    public boolean finalist(Configuration configuration) {
        return sweep.finalists().isPresent() && sweep.trialsOf(configuration) > 1;
    }

    /** Completed trials, in the order of the plan. */
    public List<TrialEnding> completed() {
        return trials.stream()
                .filter(trial -> trial.status() == Status.COMPLETED)
                .toList();
    }

    /** How many trials failed for which reason, the most frequent first. */
    public Map<String, Long> failures() {
        Map<String, Long> failures = new LinkedHashMap<>();
        trials.stream()
                .flatMap(trial -> trial.ending().failure().stream())
                .forEach(reason -> failures.merge(reason.label(), 1L, Long::sum));
        return failures.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    private int count(Status status) {
        return (int) trials.stream().filter(trial -> trial.status() == status).count();
    }

    /** How many trials stand where. */
    public SweepSummary.Totals totals() {
        return new SweepSummary.Totals(
                trials.size(),
                count(Status.COMPLETED),
                count(Status.STOPPED),
                count(Status.DIVERGED),
                count(Status.FAILED),
                count(Status.NOT_RUN));
    }

    /** That some trials were not trained, since others are the same computation. */
    public Optional<String> copiesNote() {
        long copies = trials.stream()
                .filter(trial -> trial.ending().timing().flatMap(Timing::copyOf).isPresent())
                .count();
        return copies == 0
                ? Optional.empty()
                : Optional.of((copies == 1 ? "1 trial was" : copies + " trials were")
                        + " not trained: another trial is the same computation, and the outcome is a copy of that one's"
                        + " (copy-of in timings.csv). They confirm nothing; --train-each trains them all the same.");
    }

    /** Whether some configuration is tested with dropout too. */
    public boolean testsWithDropout() {
        return sweep.configurations().stream()
                .anyMatch(configuration -> configuration.evaluation().dropout() == EvaluationSpec.Dropout.BOTH);
    }

    /** Whether some configuration keeps a validation split. */
    public boolean validates() {
        return sweep.configurations().stream()
                .anyMatch(configuration -> configuration.dataset().validated());
    }
}
