package nightsweep.experiments.network.loss;

/**
 * {@code log cosh(p - y)}: near half the squared error of small errors, and near the error less {@code log 2} of large ones. The
 * same as Keras's {@code LogCosh}.
 */
public final class LogCosh {
    private static final double LOG_2 = StrictMath.log(2);

    private LogCosh() {}

    /** Summed over units; in a form that no error is too large for. */
    public static ExampleLoss sum() {
        return new UnitLoss(
                (p, y) -> {
                    double size = Math.abs(p - y);
                    return size + StrictMath.log1p(StrictMath.exp(-2 * size)) - LOG_2;
                },
                (p, y) -> StrictMath.tanh(p - y));
    }
}
