package nightsweep.driver.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Objective;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;

/** Details of as many trials as a page can hold: the best that were completed, and the first that were not. */
final class KeptDetails {
    private static final int MOST_COMPLETED = 200;
    private static final int MOST_OTHERS = 50;
    private static final int MOST_IN_FULL = 24;
    private static final long MOST_PICTURES = 2_000_000;

    private final ToDoubleFunction<TrialOutcome> objective;
    private final Comparator<Scored> worstFirst;
    private final PriorityQueue<Scored> best;
    private final List<TrialDetail> others = new ArrayList<>();

    private record Scored(TrialId id, TrialDetail detail, double value) {}

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
        best.add(new Scored(trial.id(), TrialDetail.of(trial, outcome), objective.applyAsDouble(outcome)));
        if (best.size() > MOST_COMPLETED) {
            best.remove();
        }
    }

    /** In the order of the plan; the few best with what their files say. */
    List<TrialDetail> all(TrialFiles files) throws IOException {
        List<TrialDetail> all = new ArrayList<>(others);
        List<Scored> bestFirst = best.stream().sorted(worstFirst.reversed()).toList();
        long pictures = 0;
        for (int i = 0; i < bestFirst.size(); i++) {
            Scored scored = bestFirst.get(i);
            if (i >= MOST_IN_FULL) {
                all.add(scored.detail().inShort());
                continue;
            }
            TestFiles test = TestFiles.of(scored.id(), files);
            pictures += test.characters();
            all.add(scored.detail().with(pictures > MOST_PICTURES ? test.withoutMistakes() : test));
        }
        all.sort(Comparator.comparingInt(TrialDetail::trial));
        return all;
    }
}
