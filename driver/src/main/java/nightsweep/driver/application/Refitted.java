package nightsweep.driver.application;

import nightsweep.experiments.outcome.TrialOutcome;

/** What came of a refit. */
public sealed interface Refitted {
    /**
     * A model has been kept.
     *
     * @param outcome of its training
     * @param trials completed trials of its configuration
     * @param before their mean accuracy on test examples, or root mean squared error where a number is predicted
     * @param place the model, as a person would type it
     */
    public record Kept(TrialOutcome.Completed outcome, int trials, double before, String place) implements Refitted {}

    /**
     * There is no model.
     *
     * @param why what became of the training
     */
    record Nothing(String why) implements Refitted {}

    /** The calling thread was interrupted; no model has been kept. */
    record Interrupted() implements Refitted {}
}
