package nightsweep.experiments.outcome;

/**
 * A trained network measured on examples.
 *
 * @param loss the mean over the examples, without penalties
 * @param outputs {@link OutputFigures#UNKNOWN} where outputs were not kept
 */
public record Evaluation(double loss, ConfusionMatrix confusion, OutputFigures outputs) {

    /** Of which no outputs were kept. */
    public Evaluation(double loss, ConfusionMatrix confusion) {
        this(loss, confusion, OutputFigures.UNKNOWN);
    }

    /** The same with what its outputs say. */
    public Evaluation with(OutputFigures known) {
        return new Evaluation(loss, confusion, known);
    }
}
