package nightsweep.experiments.outcome;

/**
 * A trained network measured on examples.
 *
 * @param loss the mean over the examples, without penalties
 */
public record Evaluation(double loss, ConfusionMatrix confusion) {}
