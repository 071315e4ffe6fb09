package nightsweep.driver.promotion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nightsweep.driver.search.rungs.RungPlan;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Metric;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;

/** A configuration on its way: its trials, one a repeat, go together, and the mean of their figures is compared. */
final class Contender {
    private final List<Trial> trials;
    private final RungPlan plan;
    private final Metric metric;
    private final Map<TrialId, Known> known = new HashMap<>();

    Contender(List<Trial> trials, RungPlan plan, Metric metric) {
        this.trials = List.copyOf(trials);
        this.plan = plan;
        this.metric = metric;
    }

    /**
     * What is known of a trial.
     *
     * @param losses at the rungs that it came to
     * @param ended whether nothing more comes of it
     */
    private record Known(List<Double> losses, boolean ended) {}

    /** The first repeat, which stands for all in what is written. */
    Trial first() {
        return trials.get(0);
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

    /** The trials that are to be trained for a rung. */
    List<Trial> missing(int rung) {
        return trials.stream().filter(trial -> !reached(trial, rung)).toList();
    }

    private boolean reached(Trial trial, int rung) {
        Known one = known.get(trial.id());
        return one != null && (one.ended() || one.losses().size() > rung);
    }

    /** Whether the run directory holds an outcome of a trial. */
    boolean begun(Trial trial) {
        return known.containsKey(trial.id());
    }

    /** What is compared at a rung, once nothing is missing for it: the mean over the repeats, NaN where one came to nothing. */
    double loss(int rung) {
        double sum = 0;
        for (Trial trial : trials) {
            Known one = known.getOrDefault(trial.id(), new Known(List.of(), true));
            sum += one.losses().size() > rung ? one.losses().get(rung) : Double.NaN;
        }
        return sum / trials.size();
    }

    /** The accuracy turned round, so that less is better, where that is the objective; the loss for all others. */
    private double loss(EpochMetrics epoch) {
        return metric == Metric.ACCURACY ? -epoch.validationAccuracy() : epoch.validationLoss();
    }
}
