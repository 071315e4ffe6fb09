package nightsweep.experiments.sweepfile.grid;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nightsweep.experiments.Checks;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Metric;
import nightsweep.experiments.sweep.Objective;
import nightsweep.experiments.sweep.StoppingSpec;
import nightsweep.experiments.yaml.Place;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.Section;
import nightsweep.experiments.yaml.Tree;
import nightsweep.experiments.yaml.Values;

/** Reads what stops trials, and looks whether the configurations can be compared for it. */
public final class StoppingReader {
    private static final Pattern ONE_IN = Pattern.compile("1 ?/ ?([0-9]{1,6})");
    private static final int FIRST = 1;
    private static final int KEPT_ONE_IN = 3;

    /** A rung later than this share of the training saves next to nothing. */
    private static final double LATEST = 0.75;

    private final Problems problems;
    private final Section section;

    private StoppingReader(Problems problems, Section section) {
        this.problems = problems;
        this.section = section;
    }

    /** What a section says of it; empty where nothing is stopped. */
    static Optional<StoppingSpec> read(Problems problems, Section section) {
        return new StoppingReader(problems, section).stopping();
    }

    /**
     * Complains where configurations cannot be compared on their way.
     *
     * @param begun how many begin, which may be more than are known
     */
    public static void check(
            Problems problems,
            Place place,
            StoppingSpec stopping,
            List<Configuration> configurations,
            int begun,
            Objective objective) {
        if (problems.complaints() == 0) {
            new StoppingReader(problems, Section.empty(problems, place))
                    .compare(stopping, configurations, begun, objective);
        }
    }

    private Optional<StoppingSpec> stopping() {
        double control = section.number("control", 0, Checks::fraction);
        Optional<Tree> rungs = section.find("rungs");
        boolean best = section.has("keep") || section.has("after");
        section.find("keep");
        section.find("after");
        Optional<StoppingSpec> stopping = Optional.empty();
        if (rungs.isPresent() && best) {
            problems.add(section.place(), "rungs and keep, after are two ways to say what is stopped. Leave one out.");
        } else if (rungs.isPresent()) {
            stopping = rungs(rungs.get(), control);
        } else if (best) {
            section.required("keep");
            section.required("after");
            int keep = section.wholeNumber("keep", 1, Checks::positive);
            int after = section.wholeNumber("after", 1, Checks::positive);
            stopping = Optional.of(new StoppingSpec.BestAfter(after, keep, control));
        } else if (section.has("control")) {
            problems.add(
                    section.place(),
                    "control is a share of the stopped, and nothing is stopped. Say what goes on: rungs:"
                            + " {first: 1, keep: 1/3}, or keep: 9 with after: 6 for the best 9 after epoch 6.");
        }
        return stopping;
    }

    private Optional<StoppingSpec> rungs(Tree tree, double control) {
        Section rungs = Section.of(problems, "rungs", tree);
        int first = rungs.wholeNumber("first", FIRST, Checks::positive);
        int keptOneIn = rungs.find("keep").map(this::keptOneIn).orElse(KEPT_ONE_IN);
        rungs.done();
        return problems.complaints() == 0
                ? Optional.of(new StoppingSpec.Rungs(first, keptOneIn, control))
                : Optional.empty();
    }

    private int keptOneIn(Tree tree) {
        Matcher share =
                ONE_IN.matcher(Values.text(problems, "keep", tree, "1/3").strip());
        if (share.matches() && Integer.parseInt(share.group(1)) >= 2) {
            return Integer.parseInt(share.group(1));
        }
        problems.add(tree.place(), "keep must be one in 2 or more, such as 1/3 or 1/4, but got " + tree.found() + ".");
        return KEPT_ONE_IN;
    }

    /** How many of them go on at every rung. */
    private static int survivors(StoppingSpec.Rungs rungs, int configurations, int last) {
        int left = configurations;
        for (long epoch = rungs.first(); epoch <= LATEST * last; epoch *= rungs.keptOneIn()) {
            left /= rungs.keptOneIn();
        }
        return left;
    }

    private void compare(StoppingSpec stopping, List<Configuration> configurations, int begun, Objective objective) {
        List<Integer> epochs = configurations.stream()
                .map(one -> one.training().epochs())
                .distinct()
                .toList();
        if (epochs.size() > 1) {
            problems.add(
                    section.place(),
                    "it compares trials on their way, so all need the same epochs, but there are " + epochs.get(0)
                            + " and " + epochs.get(1) + ".");
            return;
        }
        int last = epochs.get(0);
        int first = stopping instanceof StoppingSpec.Rungs rungs
                ? rungs.first()
                : ((StoppingSpec.BestAfter) stopping).epoch();
        if (stopping instanceof StoppingSpec.Rungs ? first > LATEST * last : first >= last) {
            problems.add(
                    section.place(),
                    "the first comparison is after epoch " + first + " of " + last + ", which saves nothing. Compare"
                            + " earlier, or train for more epochs.");
        }
        if (stopping instanceof StoppingSpec.Rungs rungs && survivors(rungs, begun, last) == 0) {
            problems.add(
                    section.place(),
                    "none of " + begun + " configurations would be trained to the end, as 1/"
                            + rungs.keptOneIn()
                            + " of them go on at each rung. Try more, compare later, or keep the best:"
                            + " keep: 1, after: " + first + ".");
        }
        if (!configurations.stream().allMatch(one -> one.dataset().validated())) {
            problems.add(
                    section.place(),
                    "it compares trials on validation examples, and none are kept everywhere. Keep a share with"
                            + " dataset.validation.");
        }
        if (configurations.stream().anyMatch(one -> one.training().stopping().active())) {
            problems.add(
                    section.place(),
                    "trials that end early by themselves cannot be compared on their way. Leave out training.early-stopping,"
                            + " or what stops trials in search.");
        }
        boolean byLoss = objective.metric() != Metric.ACCURACY;
        if (byLoss
                && configurations.stream()
                                .map(one -> one.network().output().loss())
                                .distinct()
                                .count()
                        > 1) {
            problems.add(
                    section.place(),
                    "with any objective but accuracy it compares losses, and losses of different kinds cannot be"
                            + " compared. Take accuracy as objective, or one loss.");
        }
    }
}
