package nightsweep.experiments.network.loss;

/**
 * Half the squared error up to an error of 1, and beyond that the error less one half, so that single far numbers pull no harder
 * than others: {@code e^2 / 2} where {@code |e| <= 1}, else {@code |e| - 1/2} (Huber 1964, Robust Estimation of a Location
 * Parameter). The same as PyTorch's {@code HuberLoss} and Keras's {@code Huber}.
 */
public final class Huber {
    private Huber() {}

    /** Summed over units. */
    public static ExampleLoss sum() {
        return new UnitLoss(
                (p, y) -> {
                    double size = Math.abs(p - y);
                    return size <= 1 ? size * size / 2 : size - 0.5;
                },
                (p, y) -> Math.max(-1, Math.min(1, p - y)));
    }
}
