package nightsweep.experiments.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Trial;

/**
 * A verdict on a training, with its evidence.
 *
 * @param sentence one sentence with the figures that led to the verdict
 * @param advice what to try, in one sentence
 */
public record Diagnosis(Verdict verdict, String sentence, String advice) {

    /**
     * The first verdict whose signs there are, causes before effects; of equal records always the same. Empty for a trial
     * that failed, whose reason says what happened, and for one that stopped, whose training was not over.
     */
    public static Optional<Diagnosis> of(Trial trial, TrialOutcome outcome) {
        if (outcome instanceof TrialOutcome.Diverged diverged) {
            return Optional.of(new DivergenceSigns(trial, diverged).diagnosis());
        }
        if (outcome instanceof TrialOutcome.Completed completed) {
            return Optional.of(of(trial, completed));
        }
        return Optional.empty();
    }

    private static Diagnosis of(Trial trial, TrialOutcome.Completed completed) {
        Fit fit = new Fit(completed, trial.configuration().training().aim().weighted());
        GradientSigns gradients = new GradientSigns(trial, fit);
        if (completed.test().ofNumber()) {
            NumberSigns signs = new NumberSigns(trial, fit);
            return first(
                    List.of(
                            gradients::deadLayer,
                            gradients::exploding,
                            gradients::vanishing,
                            signs::overfit,
                            signs::stillImproving,
                            signs::learnsNothing),
                    signs::healthy);
        }
        FitSigns signs = new FitSigns(trial, fit);
        return first(
                List.of(
                        gradients::deadLayer,
                        gradients::exploding,
                        gradients::vanishing,
                        signs::constant,
                        signs::overfit,
                        signs::stillImproving,
                        signs::underfit),
                signs::healthy);
    }

    private static Diagnosis first(List<Supplier<Optional<Diagnosis>>> signs, Supplier<Diagnosis> otherwise) {
        return signs.stream()
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(otherwise);
    }

    /** The sentence and the advice, in a line. */
    public String text() {
        return verdict.label() + ": " + sentence + " " + advice;
    }
}
