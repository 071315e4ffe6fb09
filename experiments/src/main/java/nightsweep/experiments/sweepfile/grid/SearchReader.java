package nightsweep.experiments.sweepfile.grid;

import java.util.List;
import java.util.Optional;
import nightsweep.experiments.Checks;
import nightsweep.experiments.search.choice.Method;
import nightsweep.experiments.sweep.StoppingSpec;
import nightsweep.experiments.yaml.Place;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.Section;
import nightsweep.experiments.yaml.Tree;
import nightsweep.experiments.yaml.Values;

/** Reads {@code search}: by which method some configurations of the grid are chosen, and how many, and which go no further. */
public final class SearchReader {
    private static final List<String> PROPOSING = List.of("method", "trials", "window", "seed", "start");
    private static final int WINDOW = 16;

    private SearchReader() {}

    /**
     * What is asked for.
     *
     * @param trials how many configurations; empty where as many as there are
     * @param window how many may be open when the next is made from results
     * @param seed of what is drawn; empty where the sweep's
     * @param start configurations to try first
     * @param stopping which trials are stopped before their last epoch; empty where none is
     * @param finalists how many of the best are trained in all repeats, the others once; empty where all are
     * @param mostRepeats how many repeats of one of these at most; empty where as many as of all
     * @param proposes whether configurations are chosen, and not the whole grid taken
     * @param sound whether it can be carried out
     */
    public record Asked(
            Place place,
            Method method,
            Optional<Integer> trials,
            int window,
            Optional<Long> seed,
            Optional<Tree> start,
            Optional<StoppingSpec> stopping,
            Optional<Integer> finalists,
            Optional<Integer> mostRepeats,
            boolean proposes,
            boolean sound) {}

    public static Asked read(Problems problems, Tree tree) {
        int before = problems.complaints();
        Section section = Section.of(problems, "search", tree);
        Method method = section.choice("method", List.of(Method.values()), Method.GRID);
        Optional<Integer> trials = positive(problems, section, "trials");
        if (tree instanceof Tree.Mapping && trials.isEmpty() && method != Method.GRID) {
            problems.add(
                    tree.place(),
                    "search needs trials: how many configurations to try, such as {method: " + method.label()
                            + ", trials: 27}.");
        }
        if (section.has("window") && !method.learns()) {
            problems.add(
                    tree.place(),
                    "window is how many configurations may be open when the next is made from results, and "
                            + method.label() + " looks at none. Leave it out, or take tpe, gp or auto.");
        }
        int window = section.wholeNumber("window", WINDOW, Checks::positive);
        Optional<Long> seed = section.find("seed")
                .map(one -> Values.longNumber(problems, "search.seed", one, 0, Long.MIN_VALUE, Long.MAX_VALUE));
        Optional<Tree> start = section.find("start");
        Optional<StoppingSpec> stopping = StoppingReader.read(problems, section);
        Optional<Integer> finalists = positive(problems, section, "finalists");
        Optional<Integer> most = positive(problems, section, "most-repeats");
        if (most.isPresent() && finalists.isEmpty()) {
            problems.add(
                    tree.place(),
                    "most-repeats is how often finalists are trained at most, and there are none. Say how many:"
                            + " finalists: 3.");
        }
        boolean whole = stopping.isPresent() || finalists.isPresent();
        boolean proposes = !whole || PROPOSING.stream().anyMatch(section::has);
        section.done();
        boolean sound = problems.complaints() == before;
        return new Asked(tree.place(), method, trials, window, seed, start, stopping, finalists, most, proposes, sound);
    }

    private static Optional<Integer> positive(Problems problems, Section section, String key) {
        return section.find(key).map(one -> Values.wholeNumber(problems, "search." + key, one, 1, Checks::positive));
    }
}
