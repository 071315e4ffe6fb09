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

    private int completed;
    private int notCompleted;
    private int mostClasses;
    private int mostEpochs;

    /** What a page can hold, and what it cannot, in sentences. */
    record Kept(List<TrialDetail> details, List<String> leftOut) {}

    private record Scored(TrialId id, TrialDetail detail, double value) {}

    KeptDetails(Objective.Goal goal, ToDoubleFunction<TrialOutcome> objective) {
        this.objective = objective;
        Comparator<Scored> byValue =
                (a, b) -> goal.better(a.value(), b.value()) ? 1 : goal.better(b.value(), a.value()) ? -1 : 0;
        this.worstFirst = byValue.thenComparing(scored -> -scored.detail().trial());
        this.best = new PriorityQueue<>(worstFirst);
    }

    void add(Trial trial, TrialOutcome outcome) {
        mostEpochs = Math.max(mostEpochs, outcome.epochs().size());
        if (outcome instanceof TrialOutcome.Completed one) {
            mostClasses = Math.max(mostClasses, one.test().confusion().labels().size());
        }
        if (!(outcome instanceof TrialOutcome.Completed)) {
            if (!outcome.epochs().isEmpty()) {
                notCompleted++;
                if (others.size() < MOST_OTHERS) {
                    others.add(TrialDetail.of(trial, outcome));
                }
            }
            return;
        }
        completed++;
        best.add(new Scored(trial.id(), TrialDetail.of(trial, outcome), objective.applyAsDouble(outcome)));
        if (best.size() > MOST_COMPLETED) {
            best.remove();
        }
    }

    /** In the order of the plan; the few best with what their files say. */
    Kept all(TrialFiles files) throws IOException {
        List<TrialDetail> all = new ArrayList<>(others);
        List<Scored> bestFirst = best.stream().sorted(worstFirst.reversed()).toList();
        long pictures = 0;
        int withoutPictures = 0;
        for (int i = 0; i < bestFirst.size(); i++) {
            Scored scored = bestFirst.get(i);
            if (i >= MOST_IN_FULL) {
                all.add(scored.detail().inShort());
                continue;
            }
            TestFiles test = TestFiles.of(scored.id(), files);
            pictures += test.characters();
            boolean tooMany = pictures > MOST_PICTURES;
            withoutPictures += tooMany ? 1 : 0;
            all.add(scored.detail().with(tooMany ? test.withoutMistakes() : test));
        }
        all.sort(Comparator.comparingInt(TrialDetail::trial));
        return new Kept(all, leftOut(withoutPictures));
    }

    private List<String> leftOut(int withoutPictures) {
        LeftOut left = new LeftOut();
        left.where(
                completed > MOST_COMPLETED,
                "Curves and confusion matrices of completed trials but the best %,d of %,d: epochs.csv and confusion.csv"
                        + " in the folder of each.",
                MOST_COMPLETED,
                completed);
        left.where(
                notCompleted > MOST_OTHERS,
                "Curves of trials that were not completed but the first %,d of %,d: epochs.csv in the folder of each.",
                MOST_OTHERS,
                notCompleted);
        left.where(
                completed > MOST_IN_FULL,
                "Layers, curves of ROC, of precision and recall, and mistakes of all but the best %,d trials: layers.csv,"
                        + " roc.csv, precision-recall.csv and wrong.csv in the folder of each.",
                MOST_IN_FULL);
        left.where(
                withoutPictures > 0,
                "Mistakes of %,d more of these, whose pictures would make this page too large: wrong.csv.",
                withoutPictures);
        left.where(
                mostClasses > TrialDetail.MOST_CLASSES,
                "Confusion matrices of more than %,d classes (these have %,d), and ROC class by class: confusion.csv and"
                        + " roc.csv in the folder of each trial.",
                TrialDetail.MOST_CLASSES,
                mostClasses);
        left.where(
                mostEpochs > Curve.MOST_POINTS,
                "Epochs of longer curves but about %,d, the turning point among them: epochs.csv in the folder of each"
                        + " trial.",
                Curve.MOST_POINTS);
        return left.sentences();
    }
}
