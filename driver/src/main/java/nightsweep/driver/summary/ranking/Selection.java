package nightsweep.driver.summary.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nightsweep.driver.statistics.Range;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Metric;
import nightsweep.experiments.sweep.Objective;
import nightsweep.experiments.sweep.Sweep;

/**
 * What the trials of a sweep are compared by.
 *
 * @param lossKinds the kinds of loss that the configurations minimise, in the order of the plan
 */
public record Selection(Objective objective, MeasuredOn measuredOn, Reason reason, List<LossName> lossKinds) {

    /** The examples on which the objective is measured. */
    public enum MeasuredOn {
        VALIDATION("validation"),
        TEST("test");

        private final String label;

        MeasuredOn(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Why it is measured there. */
    public enum Reason {
        ALL_VALIDATED("test figures are reported, not selected on."),
        NONE_VALIDATED("this sweep keeps no validation split."),
        SOME_VALIDATED("not every configuration keeps a validation split.");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    public Selection {
        lossKinds = List.copyOf(lossKinds);
    }

    public static Selection of(Sweep sweep) {
        List<Boolean> validated = sweep.configurations().stream()
                .map(configuration -> configuration.dataset().validated())
                .distinct()
                .toList();
        Reason reason = validated.size() > 1
                ? Reason.SOME_VALIDATED
                : validated.get(0) ? Reason.ALL_VALIDATED : Reason.NONE_VALIDATED;
        return new Selection(
                sweep.objective(),
                reason == Reason.ALL_VALIDATED ? MeasuredOn.VALIDATION : MeasuredOn.TEST,
                reason,
                sweep.configurations().stream()
                        .map(Selection::lossKind)
                        .distinct()
                        .toList());
    }

    /** The loss of a configuration, where functions that are the same under several names count as one. */
    public static LossName lossKind(Configuration configuration) {
        LossName loss = configuration.network().output().loss();
        return loss.crossEntropy() ? LossName.CROSS_ENTROPY : loss;
    }

    /** Whether configurations are ranked within their kind of loss, because losses of different kinds say nothing of each other. */
    public boolean ranksWithinLossKinds() {
        return objective.metric() == Metric.LOSS && lossKinds.size() > 1;
    }

    /** The kinds of loss within which configurations are ranked; the first stands for all where they are ranked together. */
    public List<LossName> groups() {
        return ranksWithinLossKinds() ? lossKinds : lossKinds.subList(0, 1);
    }

    /** The place in {@link #groups} of a configuration; those of the same place are ranked against each other. */
    public int group(Configuration configuration) {
        return ranksWithinLossKinds() ? lossKinds.indexOf(lossKind(configuration)) : 0;
    }

    /** What the objective of a configuration can come to. */
    public Range range(Configuration configuration) {
        return Ranges.of(objective.metric(), configuration);
    }

    /** What a trial is ranked by; NaN unless completed. */
    public double value(TrialEnding trial) {
        Measured measured = measuredOn == MeasuredOn.VALIDATION ? trial.validation() : trial.test();
        return measured.value(objective.metric());
    }

    /** What a trial that ended so is ranked by; NaN unless completed. */
    double figure(TrialOutcome outcome) {
        if (!(outcome instanceof TrialOutcome.Completed completed)) {
            return Double.NaN;
        }
        Optional<Evaluation> evaluation =
                measuredOn == MeasuredOn.VALIDATION ? completed.validation() : Optional.of(completed.test());
        return evaluation.map(one -> Measured.value(one, objective)).orElse(Double.NaN);
    }

    /** Its name in words, such as {@code validation accuracy}. */
    public String title() {
        return measuredOn.label() + " " + objective.title();
    }

    /** The column of the results that holds the same figure. */
    public String column() {
        Metric metric = objective.metric();
        boolean f1 = metric == Metric.MACRO_F1 || metric == Metric.WEIGHTED_F1;
        return measuredOn == MeasuredOn.TEST && f1 ? metric.label() : measuredOn.label() + "-" + metric.label();
    }

    /** What a reader of a ranking must know. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        Objective.Goal goal = objective.goal();
        String order = goal == objective.metric().usualGoal()
                ? ""
                : goal == Objective.Goal.MAXIMIZE ? ", highest first" : ", lowest first";
        notes.add("Ranked on " + title() + order + ": " + reason.words);
        if (objective.metric().needs() == Metric.Needs.NUMBERS) {
            notes.add(
                    "Losses are of the number less the mean of its training examples, divided by their deviation; all other"
                            + " figures are in its own unit.");
        }
        if (lossKinds.size() > 1) {
            String kinds = lossKinds.stream().map(LossName::label).collect(Collectors.joining(", "));
            notes.add(
                    ranksWithinLossKinds()
                            ? "Losses of different kinds cannot be compared, so each kind is ranked by itself: " + kinds
                                    + "."
                            : "Losses of different kinds cannot be compared with each other: " + kinds + ".");
        }
        return notes;
    }
}
