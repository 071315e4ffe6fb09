package nightsweep.driver.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Objective;
import nightsweep.experiments.sweep.Trial;

/** Details of as many trials as a page can hold: the best that were completed, and the first that were not. */
final class KeptDetails {
    private static final int MOST_COMPLETED = 200;
    private static final int MOST_OTHERS = 50;

    private final ToDoubleFunction<TrialOutcome> objective;
    private final Comparator<Scored> worstFirst;
    private final PriorityQueue<Scored> best;
    private final List<TrialDetail> others = new ArrayList<>();

    private record Scored(TrialDetail detail, double value) {}

    KeptDetails(Objective.Goal goal, ToDoubleFunction<TrialOutcome> objective) {
        this.objective = objective;
        Comparator<Scored> byValue =
                (a, b) -> goal.better(a.value(), b.value()) ? 1 : goal.better(b.value(), a.value()) ? -1 : 0;
        this.worstFirst = byValue.thenComparing(scored -> -scored.detail().trial());
        this.best = new PriorityQueue<>(worstFirst);
    }

    void add(Trial trial, TrialOutcome outcome) {
        if (!(outcome instanceof TrialOutcome.Completed)) {
            if (others.size() < MOST_OTHERS && !outcome.epochs().isEmpty()) {
                others.add(TrialDetail.of(trial, outcome));
            }
            return;
        }
        best.add(new Scored(TrialDetail.of(trial, outcome), objective.applyAsDouble(outcome)));
        if (best.size() > MOST_COMPLETED) {
            best.remove();
        }
    }

    /** In the order of the plan. */
    List<TrialDetail> all() {
        List<TrialDetail> all = new ArrayList<>(others);
        best.forEach(scored -> all.add(scored.detail()));
        all.sort(Comparator.comparingInt(TrialDetail::trial));
        return all;
    }
}
