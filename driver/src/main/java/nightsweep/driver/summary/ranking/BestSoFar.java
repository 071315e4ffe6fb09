package nightsweep.driver.summary.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;

/**
 * The trial that stands for the best of what has ended so far, by the rule of {@link Winner}, while a run lasts: it keeps
 * two numbers of each completed trial. Where several kinds of loss are ranked by themselves, that of the first. Not safe for
 * use by several threads.
 */
public final class BestSoFar {
    private final Selection selection;
    private final List<Map<Integer, Contender>> groups = new ArrayList<>();

    /** Nothing has ended yet. */
    public BestSoFar(Sweep sweep) {
        this.selection = Selection.of(sweep);
        selection.groups().forEach(kind -> groups.add(new LinkedHashMap<>()));
    }

    /**
     * A completed trial that leads.
     *
     * @param objective its own figure, not its configuration's mean
     */
    public record Leader(Trial trial, double objective) {}

    /** A configuration some of whose trials are completed. */
    private static final class Contender {
        private final Map<Integer, Completed> completed = new TreeMap<>();
        private double mean = Double.NaN;

        void add(Trial trial, Merit merit) {
            completed.put(trial.place(), new Completed(trial, merit));
            mean = Spread.of(completed.values().stream()
                            .mapToDouble(one -> one.merit().objective()))
                    .mean();
        }
    }

    /** A completed trial and what it is ranked by. */
    private record Completed(Trial trial, Merit merit) {}

    /** Adds a trial; passes over one that has no finite objective. */
    public void add(Trial trial, Merit merit) {
        if (Double.isFinite(merit.objective())) {
            groups.get(selection.group(trial.configuration()))
                    .computeIfAbsent(trial.configuration().number(), number -> new Contender())
                    .add(trial, merit);
        }
    }

    /** Empty until a trial is completed. */
    public Optional<Leader> leader() {
        return groups.stream().filter(group -> !group.isEmpty()).findFirst().flatMap(this::leader);
    }

    private Optional<Leader> leader(Map<Integer, Contender> group) {
        Optional<Contender> first = Optional.empty();
        int number = 0;
        for (Map.Entry<Integer, Contender> one : group.entrySet()) {
            if (first.isEmpty() || before(one.getKey(), one.getValue(), number, first.get())) {
                first = Optional.of(one.getValue());
                number = one.getKey();
            }
        }
        return first.flatMap(contender -> contender.completed.values().stream()
                .min(Comparator.comparing(
                        Completed::merit, Merit.bestFirst(selection.objective().goal())))
                .map(one -> new Leader(one.trial(), one.merit().objective())));
    }

    private boolean before(int number, Contender one, int otherNumber, Contender other) {
        return selection.objective().goal().better(one.mean, other.mean)
                || (one.mean == other.mean && number < otherNumber);
    }
}
