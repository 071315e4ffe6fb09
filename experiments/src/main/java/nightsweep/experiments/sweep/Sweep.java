package nightsweep.experiments.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import nightsweep.experiments.Checks;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.TargetKind;
import nightsweep.experiments.search.space.Point;

/**
 * One sweep file: a grid of configurations, and how they are compared.
 *
 * @param name in kebab case; the default name of run directories
 * @param description what it is about, for people; may be empty
 * @param axes what varies, in the order of the file
 * @param configurations the points of the grid in the order of the file, the last axis fastest; numbered from 1
 * @param repeats seeded re-runs of each configuration, 1 or more; where there are finalists, the most of any
 * @param seed from which each trial's own seed is made
 * @param stopping which trials are stopped before their last epoch; empty where none is
 * @param intended what may be doubted of some configurations, and is meant
 * @param search how the configurations were chosen, where they are not a whole grid
 * @param finalists which are trained more often than the others; empty where all have the same repeats
 */
public record Sweep(
        String name,
        String description,
        List<Axis> axes,
        List<Configuration> configurations,
        Objective objective,
        int repeats,
        long seed,
        Optional<StoppingSpec> stopping,
        List<PublishedRow> published,
        List<Doubt> intended,
        List<PublishedTrace> traces,
        Optional<Searched> search,
        Optional<Finalists> finalists) {
    public Sweep {
        axes = List.copyOf(axes);
        configurations = List.copyOf(configurations);
        published = List.copyOf(published);
        traces = List.copyOf(traces);
        intended = List.copyOf(intended);
        Checks.positive("repeats", repeats);
        if (configurations.isEmpty()) {
            throw new IllegalArgumentException("A sweep needs at least one configuration.");
        }
        int folds = configurations.get(0).dataset().folds().count();
        if (configurations.stream().anyMatch(one -> one.dataset().folds().count() != folds)) {
            throw new IllegalArgumentException("All configurations of a sweep have as many folds.");
        }
    }

    /** A sweep that stops no trial, means nothing doubtful, and of which nobody has followed a training step by step. */
    public Sweep(
            String name,
            String description,
            List<Axis> axes,
            List<Configuration> configurations,
            Objective objective,
            int repeats,
            long seed,
            List<PublishedRow> published) {
        this(
                name,
                description,
                axes,
                configurations,
                objective,
                repeats,
                seed,
                Optional.empty(),
                published,
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** A sweep whose configurations all have the same repeats. */
    public Sweep(
            String name,
            String description,
            List<Axis> axes,
            List<Configuration> configurations,
            Objective objective,
            int repeats,
            long seed,
            Optional<StoppingSpec> stopping,
            List<PublishedRow> published,
            List<Doubt> intended,
            List<PublishedTrace> traces,
            Optional<Searched> search) {
        this(
                name,
                description,
                axes,
                configurations,
                objective,
                repeats,
                seed,
                stopping,
                published,
                intended,
                traces,
                search,
                Optional.empty());
    }

    /** How more configurations are proposed while a run lasts; empty where all are known before. */
    public Optional<Learning> learning() {
        return search.flatMap(Searched::learning);
    }

    /**
     * The same sweep with what its search has proposed, in order, in place of the proposals that need no results. What it
     * has already is not made again.
     *
     * @throws IllegalArgumentException where a point does not lie in its space
     */
    public Sweep proposing(List<Point> points) {
        Learning how = learning().orElseThrow();
        List<Configuration> proposed = new ArrayList<>(points.size());
        for (Point point : points) {
            int index = proposed.size();
            boolean known = index < configurations.size()
                    && configurations.get(index).point().equals(point.values());
            proposed.add(
                    known
                            ? configurations.get(index)
                            : how.offer().configuration(index + 1, how.space().read(point.values())));
        }
        return with(how.offer().axes(proposed), proposed, finalists);
    }

    /** The same sweep with one more configuration, which its search has proposed. */
    public Sweep and(Configuration proposed) {
        List<Configuration> more = new ArrayList<>(configurations);
        more.add(proposed);
        return with(learning().orElseThrow().offer().axes(more), more, finalists);
    }

    /**
     * The same sweep with what its finalists were granted.
     *
     * @param granted how many repeats, by the number of the configuration
     */
    public Sweep granting(Map<Integer, Integer> granted) {
        return with(axes, configurations, finalists.map(one -> one.granting(granted)));
    }

    private Sweep with(List<Axis> described, List<Configuration> proposed, Optional<Finalists> chosen) {
        return new Sweep(
                name,
                description,
                described,
                proposed,
                objective,
                repeats,
                seed,
                stopping,
                published,
                intended,
                traces,
                search,
                chosen);
    }

    /** Parts that training examples are dealt into, each kept in turn; 1 where they are not. */
    public int folds() {
        return configurations.get(0).dataset().folds().count();
    }

    /** Trials of each configuration: one a repeat, or one a fold of each repeat. */
    public int trialsEach() {
        return repeats * folds();
    }

    /**
     * A trial of a configuration, which need not be one of these.
     *
     * @param place among the trials of its configuration, from 0
     */
    public Trial trial(Configuration configuration, int place) {
        return Trial.of(this, new TrialIds(seed), configuration, place);
    }

    /** What is to be told of an example, in every configuration. */
    public TargetKind target() {
        return configurations.get(0).dataset().source().target();
    }

    /** Whether a number is to be predicted, and no class. */
    public boolean predictsNumber() {
        return target() == TargetKind.NUMBER;
    }

    /** Whether what comes of some trials decides which others are trained, or how far. */
    public boolean decides() {
        return stopping.isPresent() || learning().isPresent() || finalists.isPresent();
    }

    /** Trials that each configuration has before there are finalists. */
    public int trialsAtFirst() {
        return finalists.isPresent() ? 1 : trialsEach();
    }

    /** Trials that a configuration has. */
    public int trialsOf(Configuration configuration) {
        return finalists.map(one -> one.of(configuration.number())).orElse(trialsEach());
    }

    /** How many configurations there are, those included that a search will propose. */
    public int size() {
        return learning().map(how -> how.settings().trials()).orElse(configurations.size());
    }

    /**
     * Trials in order, by their numbers from 1: configuration by configuration, each fold of each repeat in turn. Where there
     * are finalists, the first repeat of every configuration and then those that were granted, and numbers of others are passed
     * over.
     */
    public List<Trial> trials() {
        TrialIds ids = new TrialIds(seed);
        int first = trialsAtFirst();
        int each = trialsEach();
        List<Trial> trials = new ArrayList<>(configurations.size() * first);
        for (Configuration configuration : configurations) {
            for (int place = 0; place < first; place++) {
                trials.add(Trial.of(this, ids, configuration, place));
            }
        }
        for (int place = first; place < each; place++) {
            for (Configuration configuration : configurations) {
                if (place < trialsOf(configuration)) {
                    trials.add(Trial.of(this, ids, configuration, place));
                }
            }
        }
        return Collections.unmodifiableList(trials);
    }

    /** One of the trials by its number, from 1, without making the others. */
    public Trial trial(int number) {
        return byNumber().apply(number);
    }

    /** The same for many numbers, by one thread at a time: what trials of one configuration share is worked out once. */
    public IntFunction<Trial> byNumber() {
        TrialIds ids = new TrialIds(seed);
        return number -> Trial.of(this, ids, configurations.get(configuration(number) - 1), place(number));
    }

    /** The number of the trial in a place among those of a configuration. */
    public int number(int configuration, int place) {
        return finalists.isPresent() ? place * size() + configuration : (configuration - 1) * trialsEach() + place + 1;
    }

    /** The number of the configuration of the trial {@code number}. */
    public int configuration(int number) {
        return finalists.isPresent() ? (number - 1) % size() + 1 : (number - 1) / trialsEach() + 1;
    }

    /** The place of the trial {@code number} among those of its configuration, from 0. */
    public int place(int number) {
        return finalists.isPresent() ? (number - 1) / size() : (number - 1) % trialsEach();
    }
}
