package nightsweep.driver.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import nightsweep.driver.search.rungs.RungPlan;
import nightsweep.experiments.Checks;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.review.Finding;
import nightsweep.experiments.review.ObjectiveReview;
import nightsweep.experiments.review.Review;
import nightsweep.experiments.review.Severity;
import nightsweep.experiments.sweep.Computation;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.engine.choice.EngineSelection;
import nightsweep.worker.engine.choice.Engines;
import nightsweep.worker.evaluation.Evaluator;

/**
 * What a run will do, known before anything is paid for.
 *
 * @param trials in the order in which they are started, which is the sweep's
 * @param facts about each data set, in the order in which trials first need it
 */
public record Plan(Sweep sweep, List<PlannedTrial> trials, Map<DatasetSpec, DatasetFacts> facts) {
    /** What a run on one machine takes around its trials, measured on two slots of a laptop's speed. */
    public static final double AROUND_MILLIS = 8_000;

    public Plan {
        trials = List.copyOf(trials);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /**
     * Plans a sweep, each {@linkplain Computation computation} trained once; of a search that learns, each proposal.
     *
     * @throws UnreadableDataException if some of its data cannot be read, with everything that is wrong
     */
    public static Plan of(Sweep sweep, DataLookup data) throws UnreadableDataException {
        Plan each = trainingEach(sweep, data);
        if (sweep.learning().isPresent()) {
            return each;
        }
        return new Plan(sweep, EqualTrials.among(each.trials, sweep.trialsAtFirst()), each.facts);
    }

    /**
     * Plans a sweep whose trials are each trained, be they the same computation or not.
     *
     * @throws UnreadableDataException if some of its data cannot be read, with everything that is wrong
     */
    public static Plan trainingEach(Sweep sweep, DataLookup data) throws UnreadableDataException {
        Map<DatasetSpec, DatasetFacts> facts = lookUp(sweep, data);
        Map<Configuration, EngineSelection> engines = select(sweep);
        Map<Configuration, List<Finding>> findings = review(sweep, facts, engines);
        List<PlannedTrial> trials = sweep.trials().stream()
                .map(trial -> PlannedTrial.of(
                        trial,
                        of(facts, trial.configuration().dataset()),
                        of(engines, trial.configuration()),
                        of(findings, trial.configuration())))
                .toList();
        return new Plan(sweep, trials, facts);
    }

    /**
     * The plan of the same sweep with what its search has proposed, and what its finalists were granted; what is planned
     * already stays.
     */
    public Plan grown(Sweep larger) {
        List<PlannedTrial> planned = new ArrayList<>();
        int first = sweep.trialsAtFirst();
        Engines engines = Engines.standard();
        for (Configuration configuration : larger.configurations()) {
            int index = configuration.number() - 1;
            if (index < sweep.configurations().size()
                    && sweep.configurations().get(index).point().equals(configuration.point())) {
                planned.addAll(trials.subList(index * first, (index + 1) * first));
                continue;
            }
            DatasetFacts data = of(facts, configuration.dataset());
            EngineSelection engine = engines.select(configuration.network(), configuration.training());
            List<Finding> findings = given(found(larger, configuration, data, engine), larger);
            for (int place = 0; place < first; place++) {
                planned.add(PlannedTrial.of(larger.trial(configuration, place), data, engine, findings));
            }
        }
        for (int place = first; place < larger.trialsEach(); place++) {
            for (Configuration configuration : larger.configurations()) {
                if (place < larger.trialsOf(configuration)) {
                    PlannedTrial known = planned.get(configuration.number() - 1);
                    planned.add(PlannedTrial.of(
                            larger.trial(configuration, place), known.facts(), known.engine(), known.findings()));
                }
            }
        }
        return new Plan(larger, planned, facts);
    }

    /** What is planned for one of the sweep's trials. */
    public PlannedTrial of(Trial trial) {
        return planned(trial.number());
    }

    private PlannedTrial planned(int number) {
        if (sweep.finalists().isEmpty()) {
            return trials.get(number - 1);
        }
        int low = 0;
        int high = trials.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (trials.get(middle).trial().number() < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return trials.get(low);
    }

    /** The trials that can be trained, each piece of work once: two configurations may stand for the same. */
    public List<PlannedTrial> trainable() {
        Set<TrialId> seen = new LinkedHashSet<>();
        return trials.stream()
                .filter(PlannedTrial::valid)
                .filter(planned -> seen.add(planned.trial().id()))
                .toList();
    }

    /** Where configurations are compared, and all but the best stop; empty where none is stopped. */
    Optional<RungPlan> rungs() {
        int last = sweep.configurations().get(0).training().epochs();
        return sweep.stopping().filter(spec -> compared() > 0).map(spec -> RungPlan.of(spec, compared(), last));
    }

    /** How many configurations are trained, each computation once; of a search that learns, how many it will propose. */
    int compared() {
        Optional<Integer> proposed =
                sweep.learning().map(learning -> learning.settings().trials());
        return proposed.isPresent()
                ? proposed.get()
                : (int) trainable().stream()
                        .filter(planned -> planned.sameAs().isEmpty())
                        .map(planned -> planned.trial().configuration().number())
                        .distinct()
                        .count();
    }

    /** Which part of all epochs is trained, at least; above 1 where a search will propose more than is planned yet. */
    private double trainedShare() {
        double proposed = sweep.learning().isPresent()
                ? (double) compared() / sweep.configurations().size()
                : 1;
        double once = rungs().map(rungs -> {
                    int last = rungs.epochs().get(rungs.rungs() - 1);
                    return rungs.leastEpochs(compared()) / ((double) last * compared());
                })
                .orElse(1.0);
        double more = sweep.finalists()
                .map(finalists -> finalists.count() * (finalists.repeats() - 1.0) / Math.max(1, compared()))
                .orElse(0.0);
        return (once + more) * proposed;
    }

    /** That of the trial of a number. */
    Configuration configuration(int trial) {
        return planned(trial).trial().configuration();
    }

    /** Trials that are the same computation, each group in the order of the plan; of two trials or more. */
    public List<List<PlannedTrial>> equal() {
        return EqualTrials.groups(trainable());
    }

    /** The trials that cannot be trained. */
    public List<PlannedTrial> invalid() {
        return trials.stream().filter(planned -> !planned.valid()).toList();
    }

    /** What the sweep means, but nothing is found of. */
    public List<Doubt> intendedForNothing() {
        return sweep.intended().stream()
                .filter(doubt -> trials.stream()
                        .flatMap(planned -> planned.findings().stream())
                        .noneMatch(finding -> finding.doubt().equals(Optional.of(doubt))))
                .toList();
    }

    /** How long all trials take one after another; see {@link StepCost}. */
    public double estimatedMillis() {
        return trainedShare()
                * trainable().stream()
                        .mapToDouble(PlannedTrial::estimatedMillis)
                        .sum();
    }

    /**
     * How long the trials take, each slot beginning the next trial as it falls free.
     *
     * @param slots 1 or more
     */
    public double estimatedMillis(int slots) {
        Checks.positive("slots", slots);
        PriorityQueue<Double> free = new PriorityQueue<>(Collections.nCopies(slots, 0.0));
        double share = trainedShare();
        double last = 0;
        for (PlannedTrial planned : trainable()) {
            double end = free.remove() + share * planned.estimatedMillis();
            free.add(end);
            last = Math.max(last, end);
        }
        return last;
    }

    /**
     * From the command to its end on this machine: the trials, and around them the start of the JVM and of Spark, the
     * data, the tables and the page.
     *
     * @param slots 1 or more
     */
    public double wholeMillis(int slots) {
        return AROUND_MILLIS + estimatedMillis(slots);
    }

    private static Map<DatasetSpec, DatasetFacts> lookUp(Sweep sweep, DataLookup data) throws UnreadableDataException {
        Map<DatasetSpec, DatasetFacts> facts = new LinkedHashMap<>();
        Set<DatasetSpec> datasets = new LinkedHashSet<>(sweep.learning()
                .map(learning -> learning.offer().datasets())
                .orElseGet(() -> sweep.configurations().stream()
                        .map(Configuration::dataset)
                        .toList()));
        Set<String> problems = new LinkedHashSet<>();
        for (DatasetSpec dataset : datasets) {
            try {
                facts.put(dataset, data.facts(dataset));
            } catch (DataException e) {
                problems.add(e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new UnreadableDataException(sweep.name(), List.copyOf(problems));
        }
        return facts;
    }

    private static Map<Configuration, EngineSelection> select(Sweep sweep) {
        Engines engines = Engines.standard();
        Map<Configuration, EngineSelection> selected = new LinkedHashMap<>();
        for (Configuration configuration : sweep.configurations()) {
            selected.put(configuration, engines.select(configuration.network(), configuration.training()));
        }
        return selected;
    }

    private static Map<Configuration, List<Finding>> review(
            Sweep sweep, Map<DatasetSpec, DatasetFacts> facts, Map<Configuration, EngineSelection> engines) {
        Map<Configuration, List<Finding>> findings = new LinkedHashMap<>();
        Map<Work, Integer> firsts = new LinkedHashMap<>();
        for (Configuration configuration : sweep.configurations()) {
            DatasetFacts data = of(facts, configuration.dataset());
            List<Finding> found = found(sweep, configuration, data, of(engines, configuration));
            Integer first = firsts.putIfAbsent(Work.of(configuration), configuration.number());
            if (first != null && found.stream().noneMatch(finding -> finding.severity() == Severity.INVALID)) {
                found.add(Finding.doubtful(
                        Doubt.SAME_WORK,
                        "Stands for the same work as configuration " + first
                                + ", so both get the result of one training: leave one out."));
            }
            findings.put(configuration, given(found, sweep));
        }
        return findings;
    }

    /** What is found of a configuration by itself. */
    private static List<Finding> found(
            Sweep sweep, Configuration configuration, DatasetFacts data, EngineSelection engine) {
        List<Finding> found =
                new ArrayList<>(ObjectiveReview.of(sweep.objective(), configuration, data, Evaluator.MOST_SCORES));
        found.addAll(Review.of(configuration, data));
        engine.engine()
                .objection(configuration.network(), configuration.training())
                .ifPresent(objection -> found.add(0, Finding.invalid(objection)));
        return found;
    }

    private static List<Finding> given(List<Finding> found, Sweep sweep) {
        return found.stream().map(finding -> finding.given(sweep.intended())).toList();
    }

    private static <K, V> V of(Map<K, V> known, K key) {
        V value = known.get(key);
        if (value == null) {
            throw new AssertionError("Everything that a trial needs was looked up.");
        }
        return value;
    }

    /** Everything about a configuration that decides what comes of it. */
    private record Work(Object dataset, Object network, Object training, Object evaluation) {
        static Work of(Configuration configuration) {
            return new Work(
                    configuration.dataset(),
                    configuration.network(),
                    configuration.training(),
                    configuration.evaluation());
        }
    }
}
