package nightsweep.driver.report;

import java.util.Optional;
import nightsweep.experiments.diagnosis.Diagnosis;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Trial;

/**
 * What is to be said of a trial's training.
 *
 * @param trial its number
 * @param sentence with the figures that led to the verdict
 * @param advice what to try
 */
record VerdictData(int trial, String verdict, String sentence, String advice) {

    /** Whether there is anything to be said, which is not worked out. */
    static boolean has(TrialOutcome outcome) {
        return !(outcome instanceof TrialOutcome.Failed || outcome instanceof TrialOutcome.Stopped);
    }

    /** Empty where there is {@linkplain #has nothing to be said}. */
    static Optional<VerdictData> of(Trial trial, TrialOutcome outcome) {
        return Diagnosis.of(trial, outcome)
                .map(found ->
                        new VerdictData(trial.number(), found.verdict().label(), found.sentence(), found.advice()));
    }
}
