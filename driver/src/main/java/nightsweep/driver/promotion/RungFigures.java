package nightsweep.driver.promotion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nightsweep.driver.search.rungs.RungPlan;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Metric;
import nightsweep.experiments.sweep.TrialId;

/** What is known of trials at rungs. */
final class RungFigures {
    private final RungPlan plan;
    private final Metric metric;
    private final Map<TrialId, Known> known = new HashMap<>();

    RungFigures(RungPlan plan, Metric metric) {
        this.plan = plan;
        this.metric = metric;
    }

    /**
     * What is known of a trial.
     *
     * @param losses at the rungs that it came to
     * @param ended whether nothing more comes of it
     */
    private record Known(List<Double> losses, boolean ended) {
        static final Known NOTHING = new Known(List.of(), true);
    }

    /** Takes note of how far a trial has come, or how it ended. */
    void take(TrialOutcome outcome) {
        boolean ended = !(outcome instanceof TrialOutcome.Stopped);
        int finite = outcome instanceof TrialOutcome.Diverged diverged ? diverged.epoch() - 1 : Integer.MAX_VALUE;
        List<EpochMetrics> epochs = outcome.epochs();
        List<Double> losses = new ArrayList<>();
        for (int epoch : plan.epochs()) {
            if (epoch <= Math.min(finite, epochs.size())) {
                losses.add(loss(epochs.get(epoch - 1)));
            }
        }
        known.put(outcome.id(), new Known(losses, ended));
    }

    /** Takes note of a trial of which nothing comes. */
    void takeNothing(TrialId trial) {
        known.put(trial, Known.NOTHING);
    }

    /** Whether anything is known of a trial. */
    boolean has(TrialId trial) {
        return known.containsKey(trial);
    }

    /** Whether a trial has come to a rung, or to its end. */
    boolean reached(TrialId trial, int rung) {
        Known one = known.get(trial);
        return one != null && (one.ended() || one.losses().size() > rung);
    }

    /** Of a trial at a rung; NaN where it did not come so far. */
    double loss(TrialId trial, int rung) {
        List<Double> losses = known.getOrDefault(trial, Known.NOTHING).losses();
        return losses.size() > rung ? losses.get(rung) : Double.NaN;
    }

    /** The accuracy turned round, so that less is better, where that is the objective; the loss for all others. */
    private double loss(EpochMetrics epoch) {
        return metric == Metric.ACCURACY ? -epoch.validationAccuracy() : epoch.validationLoss();
    }
}
