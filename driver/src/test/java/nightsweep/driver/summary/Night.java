package nightsweep.driver.summary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Axis;
import nightsweep.experiments.sweep.PublishedRow;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;

/**
 * A small night's work: of four configurations twice, the first two come out identical, the third diverges once, and of
 * the fourth one trial fails and one is still to run.
 */
public final class Night {
    static final Sweep SWEEP = Sweeps.over(
                    new Axis("activation", List.of("relu", "sigmoid")),
                    new Axis("loss", List.of("cross-entropy", "negative-log-likelihood")))
            .repeated(2)
            .withDropout()
            .beside(
                    new PublishedRow(
                            Map.of("activation", "relu", "loss", "cross-entropy"),
                            "a notebook",
                            figures(),
                            List.of(0.95, 0.9),
                            ""),
                    new PublishedRow(
                            Map.of("activation", "sigmoid", "loss", "cross-entropy"),
                            "a notebook",
                            Map.of("test-accuracy", 0.5),
                            List.of(),
                            "another data set"))
            .sweep();

    static final List<TrialOutcome> OUTCOMES = outcomes(SWEEP.trials());

    static final Summary SUMMARY = Summary.of(SWEEP, OUTCOMES.stream());

    private Night() {}

    private static Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("train-loss", 0.5);
        figures.put("train-accuracy", 0.7);
        figures.put("test-loss", 0.3);
        figures.put("test-accuracy", 0.9);
        figures.put("test-accuracy-with-dropout", 0.88);
        return figures;
    }

    private static List<TrialOutcome> outcomes(List<Trial> trials) {
        Evaluation first = Outcomes.evaluation(0.25, 90);
        Evaluation second = Outcomes.evaluation(0.375, 94);
        return List.of(
                withDropout(trials.get(0), first),
                withDropout(trials.get(1), second),
                withDropout(trials.get(2), first),
                withDropout(trials.get(3), second),
                Outcomes.completed(trials.get(4), 0.3, 95),
                Outcomes.diverged(trials.get(5)),
                Outcomes.failed(
                        trials.get(6),
                        "the network needs 3 GB and the slot has 2 GB; give it more with --executor-memory"));
    }

    private static TrialOutcome withDropout(Trial trial, Evaluation test) {
        return Outcomes.completed(trial, test, Optional.empty(), Optional.of(Outcomes.evaluation(0.5, 85)));
    }
}
