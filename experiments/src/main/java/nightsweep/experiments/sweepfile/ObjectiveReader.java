package nightsweep.experiments.sweepfile;

import java.util.List;
import java.util.Optional;
import nightsweep.experiments.sweep.Metric;
import nightsweep.experiments.sweep.Objective;
import nightsweep.experiments.sweep.Objective.Goal;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.Section;
import nightsweep.experiments.yaml.Tree;
import nightsweep.experiments.yaml.Values;

/** The objective of a sweep: the name of a metric, or a mapping with it. */
final class ObjectiveReader {
    /** Where a sweep file names none. */
    static final Objective USUAL = new Objective(Metric.ACCURACY, Goal.MAXIMIZE);

    /** The same where numbers are predicted. */
    static final Objective USUAL_OF_NUMBERS = new Objective(Metric.ROOT_MEAN_SQUARED_ERROR, Goal.MINIMIZE);

    private static final List<Metric> METRICS = List.of(Metric.values());

    private final Problems problems;
    private final Tree tree;

    private ObjectiveReader(Problems problems, Tree tree) {
        this.problems = problems;
        this.tree = tree;
    }

    static Objective read(Problems problems, Tree tree) {
        ObjectiveReader reader = new ObjectiveReader(problems, tree);
        return tree instanceof Tree.Mapping ? reader.mapping() : reader.name();
    }

    private Objective name() {
        String label = Values.text(problems, "objective", tree, "");
        return label.isEmpty()
                ? USUAL
                : Values.named(problems, "metric", tree.place(), label, METRICS)
                        .map(metric -> objective(metric, Optional.empty()))
                        .orElse(USUAL);
    }

    private Objective mapping() {
        Section section = Section.of(problems, "objective", tree);
        Metric metric = section.choice("metric", METRICS, Metric.ACCURACY);
        Goal goal = section.choice("goal", List.of(Goal.values()), metric.usualGoal());
        if (goal != metric.usualGoal()) {
            problems.add(
                    section.required("goal").place(),
                    "to " + goal.label() + " " + metric.label() + " would call the worst configuration the best. Leave"
                            + " goal out, or " + metric.usualGoal().label() + ".");
        }
        Optional<String> ofClass = section.find("class")
                .map(name -> Values.text(problems, "objective.class", name, ""))
                .filter(name -> !name.isEmpty());
        section.done();
        return objective(metric, ofClass);
    }

    private Objective objective(Metric metric, Optional<String> ofClass) {
        if (metric.ofOneClass() && ofClass.isEmpty()) {
            problems.add(
                    tree.place(),
                    metric.label() + " is a figure of one class: say of which, {metric: " + metric.label()
                            + ", class: NAME}.");
            return USUAL;
        }
        if (!metric.ofOneClass() && ofClass.isPresent()) {
            problems.add(
                    tree.place(),
                    metric.label() + " is a figure of all classes. Leave class out, or take class-f1, class-precision,"
                            + " class-recall, class-roc-auc or class-average-precision.");
            return USUAL;
        }
        return new Objective(metric, metric.usualGoal(), ofClass);
    }
}
