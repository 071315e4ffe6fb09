package nightsweep.experiments.sweepfile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nightsweep.experiments.Checks;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Finalists;
import nightsweep.experiments.sweep.Objective;
import nightsweep.experiments.sweep.Searched;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweepfile.grid.Chosen;
import nightsweep.experiments.sweepfile.grid.Grid;
import nightsweep.experiments.sweepfile.grid.GridReader;
import nightsweep.experiments.sweepfile.grid.Proposals;
import nightsweep.experiments.sweepfile.grid.SearchReader;
import nightsweep.experiments.sweepfile.grid.Selection;
import nightsweep.experiments.sweepfile.grid.StoppingReader;
import nightsweep.experiments.yaml.Place;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.References;
import nightsweep.experiments.yaml.Section;
import nightsweep.experiments.yaml.Tree;
import nightsweep.experiments.yaml.Values;

/** Reads a whole sweep from a tree; defaults of the top level stand here. */
final class SweepReader {
    /** In the order in which they are listed to someone who writes another. */
    private static final List<String> KEYS = List.of(
            "name",
            "description",
            "dataset",
            "data-folder",
            "network",
            "training",
            "grid",
            "only",
            "exclude",
            "search",
            "evaluation",
            "objective",
            "repeats",
            "seed",
            "intended",
            "published",
            "quick");

    private static final List<String> VARIED = List.of("dataset", "network", "training", "evaluation");
    private static final List<String> FIXED = List.of(
            "name",
            "data-folder",
            "objective",
            "repeats",
            "seed",
            "only",
            "exclude",
            "search",
            "intended",
            "published",
            "quick");
    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int REPEATS = 1;
    private static final long SEED = 42;

    private final Problems problems;
    private final Section root;

    private SweepReader(Problems problems, Section root) {
        this.problems = problems;
        this.root = root;
    }

    /** The sweep of {@code tree}; without meaning where there are problems. */
    static Optional<Sweep> read(Problems problems, Tree tree) {
        if (!(tree instanceof Tree.Mapping mapping)) {
            Section.of(problems, "a sweep", tree);
            return Optional.empty();
        }
        Map<String, Tree> entries = new LinkedHashMap<>(mapping.entries());
        FIXED.forEach(key -> entries.computeIfPresent(key, (k, value) -> withoutReferences(problems, value)));
        Tree fixed = new Tree.Mapping(tree.place(), entries);
        return new SweepReader(problems, Section.of(problems, "a sweep", fixed)).sweep();
    }

    private static Tree withoutReferences(Problems problems, Tree tree) {
        return References.resolve(tree, (axis, place) -> {
                    String where = String.join(", ", VARIED);
                    problems.add(
                            place,
                            "$" + axis + " has no meaning here, but only in " + where + ", and in values of axes.");
                    return Optional.of(new Tree.Unknown(place));
                })
                .orElse(tree);
    }

    private Optional<Sweep> sweep() {
        KEYS.forEach(root::find);
        List.of("grid", "quick").forEach(problems.inquiry()::open);
        List.of("only", "exclude", "network", "published", "intended").forEach(problems.inquiry()::list);
        String name = name();
        String description = root.text("description", "").strip();
        root.find("data-folder").ifPresent(tree -> Values.text(problems, "data-folder", tree, ""));
        Place gridPlace = root.find("grid").map(Tree::place).orElse(root.place());
        Optional<SearchReader.Asked> asked = root.find("search").map(tree -> SearchReader.read(problems, tree));
        Grid declared = root.find("grid")
                .map(tree -> GridReader.read(
                        problems,
                        tree,
                        asked.filter(SearchReader.Asked::proposes).isPresent()))
                .orElseGet(() -> new Grid(List.of()));
        Grid written = new AxisReferences(problems, root, declared).check(VARIED);
        Optional<Objective> wanted = root.find("objective").map(tree -> ObjectiveReader.read(problems, tree));
        int repeats = root.wholeNumber("repeats", REPEATS, Checks::positive);
        long seed = root.find("seed")
                .map(tree -> Values.longNumber(problems, "seed", tree, SEED, Long.MIN_VALUE, Long.MAX_VALUE))
                .orElse(SEED);
        boolean finalistsAsked = asked.flatMap(SearchReader.Asked::finalists).isPresent();
        Chosen chosen = asked.filter(SearchReader.Asked::proposes)
                .map(search -> proposed(written, search, finalistsAsked ? 1 : repeats, seed))
                .orElseGet(() -> Chosen.of(
                        written,
                        new Selection(problems, written, finalistsAsked ? 1 : repeats)
                                .points(root.find("only"), root.find("exclude"), gridPlace)));
        Grid grid = chosen.grid();
        ConfigurationsReader reader = new ConfigurationsReader(problems, grid, root);
        List<Configuration> configurations = chosen.learner().isPresent()
                ? reader.readEach(chosen.points())
                : reader.read(chosen.points(), gridPlace);
        Objective objective = wanted.orElseGet(() -> usual(configurations));
        if (configurations.stream()
                        .map(one -> one.dataset().source().target())
                        .distinct()
                        .count()
                > 1) {
            problems.add(
                    gridPlace,
                    "some configurations predict a number and others a class, which no figure compares. Make a sweep of"
                            + " each.");
        }
        checkFolds(configurations, repeats, gridPlace);
        Optional<LearningReader> learns = chosen.learner().map(one -> new LearningReader(problems, one, root));
        Optional<Searched> searched = learns.map(learner -> learner.read(
                        objective, asked.map(SearchReader.Asked::place).orElse(gridPlace)))
                .flatMap(learning -> chosen.searched().map(how -> how.learning(learning)))
                .or(chosen::searched);
        List<Configuration> some = learns.map(LearningReader::sample)
                .filter(sample -> !sample.isEmpty())
                .orElse(configurations);
        int begun = searched.flatMap(Searched::learning)
                .map(learning -> learning.settings().trials())
                .orElse(configurations.size());
        asked.ifPresent(search -> search.stopping()
                .ifPresent(
                        stopping -> StoppingReader.check(problems, search.place(), stopping, some, begun, objective)));
        Optional<Finalists> finalists = asked.flatMap(search -> finalists(search, repeats, begun));
        if (finalists.isPresent()
                && configurations.stream().anyMatch(one -> one.dataset().folds().active())) {
            problems.add(
                    asked.map(SearchReader.Asked::place).orElse(gridPlace),
                    "finalists are told apart over repeats of one split, and folds give each configuration several. Leave"
                            + " out finalists, or dataset.folds.");
        }
        PublishedReader.Published published = root.find("published")
                .map(new PublishedReader(problems, grid)::read)
                .orElse(PublishedReader.Published.NOTHING);
        boolean numbers = configurations.stream().anyMatch(one -> one.dataset().predictsNumber());
        root.find("published")
                .filter(tree -> numbers && !published.rows().isEmpty())
                .ifPresent(
                        tree -> problems.add(
                                tree.place(),
                                "published figures are those of classes, but a number is to be predicted. Leave published out."));
        List<Doubt> intended = root.find("intended").map(this::intended).orElse(List.of());
        root.find("quick")
                .filter(tree -> !(tree instanceof Tree.Mapping))
                .ifPresent(tree -> Section.of(problems, "quick", tree));
        root.done();
        return problems.complaints() > 0
                ? Optional.empty()
                : Optional.of(new Sweep(
                        name,
                        description,
                        grid.described(),
                        configurations,
                        objective,
                        finalists.map(Finalists::most).orElse(repeats),
                        seed,
                        asked.flatMap(SearchReader.Asked::stopping),
                        published.rows(),
                        intended,
                        published.traces(),
                        searched,
                        finalists));
    }

    /** Which configurations are trained in all repeats, where not all are. */
    private Optional<Finalists> finalists(SearchReader.Asked asked, int repeats, int configurations) {
        if (asked.finalists().isEmpty()) {
            return Optional.empty();
        }
        int count = asked.finalists().get();
        if (count >= configurations && problems.complaints() == 0) {
            problems.add(
                    asked.place(),
                    "finalists are the best " + count + " of " + configurations
                            + " configurations, which are all. Leave it out, or take fewer.");
            return Optional.empty();
        }
        try {
            return Optional.of(new Finalists(count, repeats, asked.mostRepeats().orElse(repeats)));
        } catch (IllegalArgumentException e) {
            problems.add(asked.place(), Values.message(e));
            return Optional.empty();
        }
    }

    /** Folds are those of a sweep: trials of one configuration are paired with those of another. */
    private void checkFolds(List<Configuration> configurations, int repeats, Place gridPlace) {
        List<Integer> counts = configurations.stream()
                .map(one -> one.dataset().folds().count())
                .distinct()
                .toList();
        if (counts.size() > 1) {
            problems.add(
                    gridPlace,
                    "configurations have different folds, " + counts
                            + ", so that their trials are no pairs: give all the" + " same, or make a sweep of each.");
        } else if (counts.size() == 1
                && counts.get(0) > 1
                && (long) configurations.size() * repeats * counts.get(0) > Selection.TRIAL_LIMIT) {
            problems.add(
                    gridPlace,
                    String.format(
                            Locale.ROOT,
                            "%,d configurations times %,d repeats times %,d folds are too many: at most %,d trials are"
                                    + " allowed.",
                            configurations.size(),
                            repeats,
                            counts.get(0),
                            Selection.TRIAL_LIMIT));
        }
    }

    private static Objective usual(List<Configuration> configurations) {
        return !configurations.isEmpty()
                        && configurations.stream().allMatch(one -> one.dataset().predictsNumber())
                ? ObjectiveReader.USUAL_OF_NUMBERS
                : ObjectiveReader.USUAL;
    }

    private Chosen proposed(Grid grid, SearchReader.Asked asked, int repeats, long seed) {
        if (root.find("grid").isEmpty() && asked.sound()) {
            problems.add(asked.place(), "search chooses among the configurations of a grid, but there is none.");
        }
        root.find("only")
                .ifPresent(tree -> problems.add(
                        tree.place(),
                        "only has no place beside search: what is to be tried first is listed in search.start."));
        return new Proposals(problems, grid, asked, repeats).choose(seed, root.find("exclude"));
    }

    private List<Doubt> intended(Tree tree) {
        if (!(tree instanceof Tree.Sequence names)) {
            problems.add(tree.place(), "intended must be a list of names, but got " + tree.found() + ".");
            return List.of();
        }
        return names.items().stream()
                .flatMap(item -> {
                    String label = Values.text(problems, "intended", item, "");
                    return label.isEmpty()
                            ? Stream.<Doubt>empty()
                            : Values.named(problems, "doubt", item.place(), label, List.of(Doubt.values())).stream();
                })
                .distinct()
                .toList();
    }

    private String name() {
        Tree tree = root.required("name");
        String name = Values.text(problems, "name", tree, "unknown");
        if (!KEBAB_CASE.matcher(name).matches()) {
            problems.add(
                    tree.place(),
                    "name must be small letters, digits and single hyphens, but got " + tree.found() + ".");
        }
        return name;
    }
}
