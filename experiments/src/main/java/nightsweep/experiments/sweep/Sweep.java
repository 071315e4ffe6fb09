package nightsweep.experiments.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
 * @param repeats seeded re-runs of each configuration, 1 or more
 * @param seed from which each trial's own seed is made
 * @param stopping which trials are stopped before their last epoch; empty where none is
 * @param intended what may be doubted of some configurations, and is meant
 * @param search how the configurations were chosen, where they are not a whole grid
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
        Optional<Searched> search) {
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
        return with(proposed, how);
    }

    /** The same sweep with one more configuration, which its search has proposed. */
    public Sweep and(Configuration proposed) {
        List<Configuration> more = new ArrayList<>(configurations);
        more.add(proposed);
        return with(more, learning().orElseThrow());
    }

    private Sweep with(List<Configuration> proposed, Learning how) {
        return new Sweep(
                name,
                description,
                how.offer().axes(proposed),
                proposed,
                objective,
                repeats,
                seed,
                stopping,
                published,
                intended,
                traces,
                search);
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

    /** Trials in order: configuration by configuration, each fold of each repeat in turn; numbered from 1. */
    public List<Trial> trials() {
        TrialIds ids = new TrialIds(seed);
        int each = trialsEach();
        List<Trial> trials = new ArrayList<>(configurations.size() * each);
        for (Configuration configuration : configurations) {
            for (int place = 0; place < each; place++) {
                trials.add(Trial.of(this, ids, configuration, place));
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
        int each = trialsEach();
        return number -> Trial.of(this, ids, configurations.get((number - 1) / each), (number - 1) % each);
    }
}
