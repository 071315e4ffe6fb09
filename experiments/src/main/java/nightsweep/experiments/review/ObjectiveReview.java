package nightsweep.experiments.review;

import java.util.ArrayList;
import java.util.List;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.dataset.TargetKind;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Metric;
import nightsweep.experiments.sweep.Objective;

/** Whether a configuration can be measured by the objective of its sweep. */
public final class ObjectiveReview {
    private ObjectiveReview() {}

    /**
     * All findings; empty where nothing is wrong.
     *
     * @param mostOutputs how many outputs are kept of the examples that are measured, one for each example and class
     */
    public static List<Finding> of(
            Objective objective, Configuration configuration, DatasetFacts facts, long mostOutputs) {
        List<Finding> findings = new ArrayList<>();
        Metric metric = objective.metric();
        String name = "The objective " + metric.label();
        TargetKind target = configuration.dataset().source().target();
        if (!metric.suits(target)) {
            findings.add(
                    Finding.invalid(
                            target == TargetKind.NUMBER
                                    ? name + " is a figure of classes, but a number is to be predicted: take rmse, mae,"
                                            + " median-absolute-error, r2, explained-variance or loss."
                                    : name
                                            + " is a figure of predicted numbers, but the data have classes: take accuracy or another"
                                            + " figure of classes, or say target: number beside the label of a table of numbers."));
            return findings;
        }
        if (target == TargetKind.NUMBER) {
            return findings;
        }
        objective
                .ofClass()
                .filter(label -> !facts.labels().isEmpty() && !facts.labels().contains(label))
                .ifPresent(label -> findings.add(Finding.invalid("The objective is the " + objective.title()
                        + ", but there is no such class. There are: " + ClassNames.some(facts.labels()) + ".")));
        if (metric.needs() == Metric.Needs.PROBABILITIES
                && !configuration.network().output().givesProbabilities()) {
            findings.add(
                    Finding.invalid(name + " needs probabilities, but the output layer gives none: use softmax, or one"
                            + " unit of sigmoid for two classes."));
        }
        if (metric.top() >= facts.classes()) {
            findings.add(Finding.invalid(name + " is 1 whatever is learnt, for there are " + facts.classes()
                    + " classes: take one of fewer places."));
        }
        int examples = facts.validationExamples() > 0 ? facts.validationExamples() : facts.testExamples();
        if (metric.needs() != Metric.Needs.ANSWERS && (long) examples * facts.classes() > mostOutputs) {
            findings.add(
                    Finding.invalid(
                            name + " needs every output for " + examples + " examples of " + facts.classes()
                                    + " classes, but at most " + mostOutputs
                                    + " are kept: keep fewer examples with validation, or take a metric of answers such as macro-f1."));
        }
        return findings;
    }
}
