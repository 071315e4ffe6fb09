package nightsweep.experiments.network;

import java.util.Optional;
import nightsweep.experiments.Named;
import nightsweep.experiments.network.loss.CosineProximity;
import nightsweep.experiments.network.loss.ExampleLoss;
import nightsweep.experiments.network.loss.Huber;
import nightsweep.experiments.network.loss.LogCosh;
import nightsweep.experiments.network.loss.Mean;
import nightsweep.experiments.network.loss.UnitLosses;

/**
 * The losses that there are, a line each. {@code y} is a target and {@code p} an output; an example's loss is the sum, or where it
 * says so the mean, over the output units; a minibatch's is the mean over its examples.
 */
public enum LossName implements Named {
    /** {@code -sum y log p} over softmax outputs. */
    CROSS_ENTROPY("cross-entropy", ActivationName.SOFTMAX, Targets.ONE_PER_CLASS, UnitLosses.crossEntropy()),
    /** The same function as {@link #CROSS_ENTROPY}, under the name it has after a log-softmax. */
    NEGATIVE_LOG_LIKELIHOOD(
            "negative-log-likelihood", ActivationName.SOFTMAX, Targets.ONE_PER_CLASS, UnitLosses.crossEntropy()),
    /** The same function as {@link #CROSS_ENTROPY}, from class numbers rather than one-hot targets. */
    SPARSE_CROSS_ENTROPY(
            "sparse-cross-entropy", ActivationName.SOFTMAX, Targets.ONE_PER_CLASS, UnitLosses.crossEntropy()),
    /**
     * The mean over units of {@code -y log p - (1 - y) log(1 - p)}; of other units than sigmoid, {@code p} is kept within
     * 1e-7 of 0 and 1.
     */
    BINARY_CROSS_ENTROPY(
            "binary-cross-entropy", ActivationName.SIGMOID, Targets.ANY, new Mean(UnitLosses.binaryCrossEntropy())),
    /** The sum over units of what {@link #BINARY_CROSS_ENTROPY} is the mean of. */
    SUMMED_BINARY_CROSS_ENTROPY(
            "summed-binary-cross-entropy", ActivationName.SIGMOID, Targets.ANY, UnitLosses.binaryCrossEntropy()),
    /** The mean over units of {@code (y - p)^2}. */
    MEAN_SQUARED_ERROR("mean-squared-error", ActivationName.IDENTITY, Targets.ANY, new Mean(UnitLosses.squaredError())),
    /** The sum over units of {@code (y - p)^2}. */
    SQUARED_ERROR("squared-error", ActivationName.IDENTITY, Targets.ANY, UnitLosses.squaredError()),
    /** Half the sum over units of {@code (y - p)^2}, as textbooks write it: its derivative is {@code p - y}. */
    HALF_SQUARED_ERROR("half-squared-error", ActivationName.IDENTITY, Targets.ANY, UnitLosses.halfSquaredError()),
    /** The mean over units of {@code |y - p|}. */
    MEAN_ABSOLUTE_ERROR(
            "mean-absolute-error", ActivationName.IDENTITY, Targets.ANY, new Mean(UnitLosses.absoluteError())),
    /** The sum over units of {@code |y - p|}. */
    ABSOLUTE_ERROR("absolute-error", ActivationName.IDENTITY, Targets.ANY, UnitLosses.absoluteError()),
    /** The mean over units of half the squared error up to an error of 1, and of the error less one half beyond. */
    HUBER("huber", ActivationName.IDENTITY, Targets.ANY, new Mean(Huber.sum())),
    /** The mean over units of {@code log cosh(p - y)}. */
    LOG_COSH("log-cosh", ActivationName.IDENTITY, Targets.ANY, new Mean(LogCosh.sum())),
    /** The mean over units of {@code 100 |y - p| / |y|}; infinite where a target is 0. */
    MEAN_ABSOLUTE_PERCENTAGE_ERROR(
            "mean-absolute-percentage-error",
            ActivationName.IDENTITY,
            Targets.ANY,
            new Mean(UnitLosses.absolutePercentageError())),
    /** The mean over units of {@code (log(1 + y) - log(1 + p))^2}. */
    MEAN_SQUARED_LOGARITHMIC_ERROR(
            "mean-squared-logarithmic-error",
            ActivationName.SIGMOID,
            Targets.ANY,
            new Mean(UnitLosses.squaredLogarithmicError())),
    /** The mean over units of {@code max(0, 1 - y p)}, targets -1 and 1. */
    HINGE("hinge", ActivationName.IDENTITY, Targets.ANY, new Mean(UnitLosses.hinge())),
    /** The sum over units of what {@link #HINGE} is the mean of. */
    SUMMED_HINGE("summed-hinge", ActivationName.IDENTITY, Targets.ANY, UnitLosses.hinge()),
    /** The mean over units of {@code max(0, 1 - y p)^2}, targets -1 and 1. */
    SQUARED_HINGE("squared-hinge", ActivationName.IDENTITY, Targets.ANY, new Mean(UnitLosses.squaredHinge())),
    /** The sum over units of what {@link #SQUARED_HINGE} is the mean of. */
    SUMMED_SQUARED_HINGE("summed-squared-hinge", ActivationName.IDENTITY, Targets.ANY, UnitLosses.squaredHinge()),
    /** {@code sum y log(y / p)}. */
    KL_DIVERGENCE("kl-divergence", ActivationName.SOFTMAX, Targets.ONE_PER_CLASS, UnitLosses.klDivergence()),
    /** The mean over units of {@code p - y log p}. */
    POISSON("poisson", ActivationName.SOFTPLUS, Targets.ANY, new Mean(UnitLosses.poisson())),
    /** The sum over units of what {@link #POISSON} is the mean of. */
    SUMMED_POISSON("summed-poisson", ActivationName.SOFTPLUS, Targets.ANY, UnitLosses.poisson()),
    /** {@code -(y . p) / (|y| |p|)}. */
    COSINE_PROXIMITY("cosine-proximity", ActivationName.IDENTITY, Targets.ONE_PER_CLASS, new CosineProximity()),
    /** The mean over units of {@code y p}: the critic's loss of a Wasserstein network, targets -1 and 1. */
    WASSERSTEIN("wasserstein", ActivationName.IDENTITY, Targets.ANY, new Mean(UnitLosses.wasserstein())),
    /** One minus the F1 measure over the minibatch; two classes only (Pastor-Pellicer et al. 2013). */
    F_MEASURE("f-measure", ActivationName.SIGMOID, Targets.TWO_CLASSES),
    /** Ranks each present label above each absent one (Zhang and Zhou 2006). */
    MULTI_LABEL("multi-label", ActivationName.SIGMOID, Targets.ONE_PER_CLASS);

    /** The output widths that a loss has a meaning for. */
    public enum Targets {
        /** One unit for two classes, or one unit a class. */
        ANY,
        /** One unit a class. */
        ONE_PER_CLASS,
        /** Two classes, on one unit or two. */
        TWO_CLASSES
    }

    private final String label;
    private final Optional<ExampleLoss> ofOneExample;
    private final ActivationName usualActivation;
    private final Targets targets;

    /** Of a whole minibatch alone, as Deeplearning4j computes it. */
    LossName(String label, ActivationName usualActivation, Targets targets) {
        this(label, usualActivation, targets, Optional.empty());
    }

    LossName(String label, ActivationName usualActivation, Targets targets, ExampleLoss ofOneExample) {
        this(label, usualActivation, targets, Optional.of(ofOneExample));
    }

    LossName(String label, ActivationName usualActivation, Targets targets, Optional<ExampleLoss> ofOneExample) {
        this.label = label;
        this.usualActivation = usualActivation;
        this.targets = targets;
        this.ofOneExample = ofOneExample;
    }

    @Override
    public String label() {
        return label;
    }

    /** The activation of an output layer that names none. */
    public ActivationName usualActivation() {
        return usualActivation;
    }

    /** The output widths that it has a meaning for. */
    public Targets targets() {
        return targets;
    }

    /** Whether an example by itself has this loss. */
    public boolean hasOneOfAnExample() {
        return ofOneExample.isPresent();
    }

    /**
     * The loss of an example by itself.
     *
     * @throws IllegalArgumentException where there is none
     */
    public ExampleLoss ofOneExample() {
        return ofOneExample.orElseThrow(
                () -> new IllegalArgumentException("An example by itself has no loss of the kind " + label + "."));
    }

    /** Whether it is defined on targets -1 and 1. */
    public boolean margin() {
        return switch (this) {
            case HINGE, SUMMED_HINGE, SQUARED_HINGE, SUMMED_SQUARED_HINGE, WASSERSTEIN -> true;
            default -> false;
        };
    }

    /** Whether it says how far a predicted number is from the true one, whatever its sign and unit. */
    public boolean ofNumbers() {
        return switch (this) {
            case MEAN_SQUARED_ERROR,
                    SQUARED_ERROR,
                    HALF_SQUARED_ERROR,
                    MEAN_ABSOLUTE_ERROR,
                    ABSOLUTE_ERROR,
                    HUBER,
                    LOG_COSH -> true;
            default -> false;
        };
    }

    /** Whether it is the cross-entropy of each unit by itself, as a mean or as a sum. */
    public boolean binaryCrossEntropy() {
        return this == BINARY_CROSS_ENTROPY || this == SUMMED_BINARY_CROSS_ENTROPY;
    }

    /** Whether it is the mean over units of a loss that is also there as a sum, under a name of its own. */
    public boolean meanOfSummed() {
        return this == BINARY_CROSS_ENTROPY || this == HINGE || this == SQUARED_HINGE || this == POISSON;
    }

    /** Whether it is the cross-entropy between one-hot targets and outputs, under whatever name. */
    public boolean crossEntropy() {
        return this == CROSS_ENTROPY || this == NEGATIVE_LOG_LIKELIHOOD || this == SPARSE_CROSS_ENTROPY;
    }
}
