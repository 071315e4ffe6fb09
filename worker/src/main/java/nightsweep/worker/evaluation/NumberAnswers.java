package nightsweep.worker.evaluation;

import nightsweep.experiments.outcome.NumberFigures;

/**
 * The number that a network gave for each example that it was tested on, in their order.
 *
 * @param actual the true number of each, in its own unit
 * @param predicted what was given for it, in the same unit
 */
@SuppressWarnings("ArrayRecordComponent") // one number for each example; never compared
public record NumberAnswers(double[] actual, double[] predicted) {

    NumberFigures figures() {
        return NumberFigures.of(actual, predicted);
    }
}
