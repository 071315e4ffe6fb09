package nightsweep.experiments.network.activation;

/**
 * An activation of one unit and its derivative, in the arithmetic that it was made for; in single precision each operation is
 * rounded, as vectors compute it. A line of {@link nightsweep.experiments.network.ActivationName} names it.
 */
public interface UnitRule {

    /** What value and slope have in common. */
    double core(double x);

    /** The activation. */
    double value(double x, double core);

    /** Its derivative; at a kink the one that Deeplearning4j takes. */
    double slope(double x, double core);
}
