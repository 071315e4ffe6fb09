package nightsweep.experiments.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import nightsweep.experiments.search.space.Point;
import nightsweep.experiments.search.space.Space;
import nightsweep.experiments.search.space.Walk;

/**
 * One search: proposals numbered from 1, no configuration twice. Proposal n is made from the results of the proposals 1 to
 * n - window and from nothing else, so the order in which results arrive changes nothing, and neither does asking for more
 * of them. Not for several threads.
 */
public final class Search {
    private static final int WALK_STREAM = 1;

    private final Space space;
    private final Searcher searcher;
    private final Settings settings;
    private final List<Point> proposed = new ArrayList<>();
    private final ToldResults told = new ToldResults();
    private final Results results;
    private final Set<Point> taken = new HashSet<>();
    private boolean usedUp;

    /**
     * How a search is made.
     *
     * @param seed of every random number in it
     * @param trials how many proposals at most
     * @param window how many proposals may be open when the next is made from results; 1 waits for each
     * @param start configurations to try first, in this order; those that stand twice count once
     */
    public record Settings(long seed, int trials, int window, List<Point> start) {
        public Settings {
            if (trials < 1) {
                throw new IllegalArgumentException("trials must be positive, but got " + trials + ".");
            }
            if (window < 1) {
                throw new IllegalArgumentException("window must be positive, but got " + window + ".");
            }
            start = start.stream().distinct().toList();
        }
    }

    /**
     * A search that is told one result for each proposal.
     *
     * @throws IllegalArgumentException where a configuration to start with is forbidden
     */
    public Search(Space space, Searcher searcher, Settings settings) {
        this(space, searcher, settings, Optional.empty());
    }

    /** A search that reads its results, and is {@linkplain #tell told} none. */
    public Search(Space space, Searcher searcher, Settings settings, Results results) {
        this(space, searcher, settings, Optional.of(results));
    }

    private Search(Space space, Searcher searcher, Settings settings, Optional<Results> read) {
        for (Point point : settings.start()) {
            if (!space.read(point.values()).equals(point)) {
                throw new IllegalArgumentException(point.key() + " is not written as values of the space are.");
            }
        }
        this.space = space;
        this.searcher = searcher;
        this.settings = settings;
        this.results = read.orElse(told);
    }

    /** Makes the next proposal, where it can be made. */
    public Step next() {
        Step step = asked();
        if (step instanceof Step.Try made) {
            add(made.proposal().point());
        }
        return step;
    }

    /** Takes what is written as the next proposal, whoever made it, and from whatever. */
    public void stands(Point point) {
        if (taken.contains(point)) {
            throw new IllegalArgumentException(point.key() + " stands twice.");
        }
        add(point);
    }

    /** How many proposals there are. */
    public int proposed() {
        return proposed.size();
    }

    /** Whether all are proposed and settled; of a search that is told its results. */
    public boolean over() {
        return told.settled() == proposed.size() && ended();
    }

    /** Whether nothing more is proposed. */
    public boolean ended() {
        return usedUp || proposed.size() >= settings.trials();
    }

    /** What {@link #next} would say. */
    public Step asked() {
        int number = proposed.size() + 1;
        if (number > settings.trials()) {
            return new Step.End(Step.Ending.ENOUGH);
        }
        if (usedUp) {
            return new Step.End(Step.Ending.USED_UP);
        }
        if (number <= settings.start().size()) {
            return new Step.Try(new Proposal(number, settings.start().get(number - 1), Proposal.Made.START, 0));
        }
        int seen = searcher.learns() ? Math.max(0, number - settings.window()) : 0;
        Optional<Results.Seen> results = this.results.ofFirst(seen, searcher.drawnAtFirst());
        if (results.isEmpty()) {
            return new Step.Wait(seen);
        }
        Known known = new Known(
                number,
                space,
                settled(results.get().losses()),
                searcher.learns() ? List.copyOf(proposed.subList(seen, proposed.size())) : List.of(),
                taken::contains,
                Draws.of(settings.seed(), number));
        Point point = searcher.propose(known).or(() -> nextFree(number)).orElse(null);
        if (point == null) {
            usedUp = true;
            return new Step.End(Step.Ending.USED_UP);
        }
        if (!known.isFree(point)) {
            throw new AssertionError("Proposed twice, or forbidden: " + point.key());
        }
        long finite = known.settled().stream().filter(Settled::isFinite).count();
        boolean model = searcher.learns() && finite >= searcher.drawnAtFirst();
        return new Step.Try(new Proposal(
                number,
                point,
                model ? Proposal.Made.MODEL : Proposal.Made.DRAWN,
                seen,
                model ? results.get().epoch() : OptionalInt.empty()));
    }

    private List<Settled> settled(List<Double> losses) {
        List<Settled> settled = new ArrayList<>(losses.size());
        for (int i = 0; i < losses.size(); i++) {
            settled.add(new Settled(i + 1, proposed.get(i), losses.get(i)));
        }
        return List.copyOf(settled);
    }

    private Optional<Point> nextFree(int number) {
        Draws draws = Draws.of(settings.seed(), number, WALK_STREAM);
        Walk walk = Walk.from(space, axis -> draws.nextLong(axis.domain().size()));
        while (walk.hasNext()) {
            Point point = walk.next();
            if (!taken.contains(point)) {
                return Optional.of(point);
            }
        }
        return Optional.empty();
    }

    private void add(Point point) {
        proposed.add(point);
        told.add();
        taken.add(point);
    }

    /**
     * Takes the result of a proposal, which can no longer change.
     *
     * @param loss what is to become small; NaN where nothing came of it
     * @throws IllegalArgumentException where there is no such proposal, or it was told before
     */
    public void tell(int number, double loss) {
        told.tell(number, loss);
    }
}
