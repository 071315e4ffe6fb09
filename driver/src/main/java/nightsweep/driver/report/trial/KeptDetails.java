package nightsweep.driver.report.trial;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.BiFunction;
import nightsweep.driver.summary.ranking.BestTrial;
import nightsweep.driver.summary.ranking.Merit;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Objective;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;

/**
 * Details of as many trials as a page can hold: those that stand for the best configurations, the best others that were
 * completed, and the first that were not.
 */
public final class KeptDetails {
    /** Of the best trials, as many are shown with all that their tests left. */
    public static final int MOST_IN_FULL = 24;

    /** Of the best trials, as many are shown with their curves. */
    public static final int MOST_IN_CURVES = 200;

    /** Of the trials that were not completed, as many are shown with their curves. */
    public static final int MOST_NOT_COMPLETED = 50;

    private static final long MOST_PICTURES = 2_000_000;

    private final BiFunction<Trial, TrialOutcome.Completed, Merit> merit;
    private final Comparator<Merit> mostMerit;
    private final Comparator<Scored> bestFirst;
    private final PriorityQueue<Scored> best;
    private final List<TrialDetail> others = new ArrayList<>();

    private int completed;
    private int notCompleted;
    private int mostClasses;
    private int mostEpochs;

    /** What a page can hold, and what it cannot, in sentences. */
    public record Kept(List<TrialDetail> details, List<String> leftOut) {}

    private record Scored(TrialId id, TrialDetail detail, Merit merit) {}

    public KeptDetails(Objective.Goal goal, BiFunction<Trial, TrialOutcome.Completed, Merit> merit) {
        this.merit = merit;
        this.mostMerit = Merit.bestFirst(goal);
        this.bestFirst = Comparator.comparing(Scored::merit, mostMerit);
        this.best = new PriorityQueue<>(bestFirst.reversed());
    }

    public void add(Trial trial, TrialOutcome outcome) {
        mostEpochs = Math.max(mostEpochs, outcome.epochs().size());
        if (!(outcome instanceof TrialOutcome.Completed one)) {
            if (!outcome.epochs().isEmpty()) {
                notCompleted++;
                if (others.size() < MOST_NOT_COMPLETED) {
                    others.add(TrialDetail.of(trial, outcome));
                }
            }
            return;
        }
        mostClasses = Math.max(mostClasses, one.test().confusion().labels().size());
        completed++;
        Merit found = merit.apply(trial, one);
        Scored last = best.peek();
        if (best.size() < MOST_IN_CURVES || last == null || mostMerit.compare(found, last.merit()) < 0) {
            best.add(new Scored(trial.id(), TrialDetail.of(trial, one), found));
        }
        if (best.size() > MOST_IN_CURVES) {
            best.remove();
        }
    }

    private Scored scored(Trial trial, TrialOutcome.Completed outcome) {
        return new Scored(trial.id(), TrialDetail.of(trial, outcome), merit.apply(trial, outcome));
    }

    /**
     * In the order of the plan; the few best with what their files say.
     *
     * @param winners the trials that stand for the best configurations, however many single trials are better
     */
    public Kept all(List<BestTrial> winners, TrialFiles files) throws IOException {
        List<TrialDetail> all = new ArrayList<>(others);
        List<Scored> bestFirst = bestFirst(winners);
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

    private List<Scored> bestFirst(List<BestTrial> winners) {
        Map<Integer, Scored> trials = new LinkedHashMap<>();
        winners.forEach(winner -> trials.put(winner.trial().number(), scored(winner.trial(), winner.outcome())));
        best.stream()
                .sorted(bestFirst)
                .forEach(scored -> trials.putIfAbsent(scored.merit().trial(), scored));
        return List.copyOf(trials.values());
    }

    private List<String> leftOut(int withoutPictures) {
        LeftOut left = new LeftOut();
        left.where(
                completed > MOST_IN_CURVES,
                "Curves and confusion matrices of completed trials but the best %,d of %,d: epochs.csv and confusion.csv"
                        + " of each, by report --trials.",
                MOST_IN_CURVES,
                completed);
        left.where(
                notCompleted > MOST_NOT_COMPLETED,
                "Curves of trials that were not completed but the first %,d of %,d: epochs.csv of each, by report --trials.",
                MOST_NOT_COMPLETED,
                notCompleted);
        left.where(
                completed > MOST_IN_FULL,
                "Layers, curves of ROC, of precision and recall, and mistakes of all but the best %,d trials: layers.csv,"
                        + " roc.csv, precision-recall.csv and wrong.csv of each, by report --trials.",
                MOST_IN_FULL);
        left.where(
                withoutPictures > 0,
                "Mistakes of %,d more of these, whose pictures would make this page too large: wrong.csv.",
                withoutPictures);
        left.where(
                mostClasses > TrialDetail.MOST_CLASSES,
                "Confusion matrices of more than %,d classes (these have %,d), and ROC class by class: confusion.csv and"
                        + " roc.csv of each, by report --trials.",
                TrialDetail.MOST_CLASSES,
                mostClasses);
        left.where(
                mostEpochs > Curve.MOST_POINTS,
                "Epochs of longer curves but about %,d, the turning point among them: epochs.csv of each, by report"
                        + " --trials.",
                Curve.MOST_POINTS);
        return left.sentences();
    }
}
