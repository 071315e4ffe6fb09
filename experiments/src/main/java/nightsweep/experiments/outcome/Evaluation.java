package nightsweep.experiments.outcome;

import java.util.function.DoubleFunction;

/**
 * A trained network measured on examples.
 *
 * @param loss the mean over the examples, without penalties; where a number is predicted, of that as it is trained towards
 * @param confusion of no classes where a number is predicted
 * @param outputs {@link OutputFigures#UNKNOWN} where outputs were not kept
 * @param numbers {@link NumberFigures#NONE} where there are classes
 */
public record Evaluation(double loss, ConfusionMatrix confusion, OutputFigures outputs, NumberFigures numbers) {

    /** Of classes. */
    public Evaluation(double loss, ConfusionMatrix confusion, OutputFigures outputs) {
        this(loss, confusion, outputs, NumberFigures.NONE);
    }

    /** Of classes, of which no outputs were kept. */
    public Evaluation(double loss, ConfusionMatrix confusion) {
        this(loss, confusion, OutputFigures.UNKNOWN);
    }

    /** Of predicted numbers. */
    public Evaluation(double loss, NumberFigures numbers) {
        this(loss, ConfusionMatrix.NONE, OutputFigures.UNKNOWN, numbers);
    }

    /** Whether a number was predicted, and no class. */
    public boolean ofNumber() {
        return !numbers.missing();
    }

    /** How many examples there were. */
    public long examples() {
        return ofNumber() ? numbers.examples() : confusion.examples();
    }

    /** Its chief figure, such as {@code accuracy 0.97}, or {@code RMSE 2.1} where a number was predicted. */
    public String chief(DoubleFunction<String> text) {
        return ofNumber()
                ? "RMSE " + text.apply(numbers.rootMeanSquaredError())
                : "accuracy " + text.apply(confusion.accuracy());
    }

    /** The same with what its outputs say. */
    public Evaluation with(OutputFigures known) {
        return new Evaluation(loss, confusion, known, numbers);
    }
}
