package nightsweep.worker.engine.dl4j.function;

import java.util.Optional;
import nightsweep.experiments.maths.Arithmetic;
import nightsweep.experiments.network.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationCube;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationHardSigmoid;
import org.nd4j.linalg.activations.impl.ActivationHardTanH;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationMish;
import org.nd4j.linalg.activations.impl.ActivationRationalTanh;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationRectifiedTanh;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSoftSign;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.activations.impl.ActivationThresholdedReLU;

/** Deeplearning4j's activations under their names in sweep files, mended where they are wrong. */
public final class Activations {
    private Activations() {}

    /** An activation to train with: Deeplearning4j's own where it has one and its derivative is right, else by its rule. */
    public static IActivation of(Activation activation) {
        return switch (activation.name()) {
            case ELU -> new SlopedElu(activation.values().get(0));
            case HARD_SIGMOID -> new SlopedHardSigmoid(activation.values().get(0));
            case SWISH, MISH, SOFTPLUS -> new LinearAbove(stock(activation));
            default -> own(activation).orElseGet(() -> new RuleActivation(activation.rule(Arithmetic.SINGLE)));
        };
    }

    /**
     * Deeplearning4j's own activation of that name.
     *
     * @throws IllegalArgumentException where it has none, or others
     */
    public static IActivation stock(Activation activation) {
        return own(activation)
                .orElseThrow(() -> new IllegalArgumentException(
                        switch (activation.name()) {
                            case GELU -> "Deeplearning4j has no exact GELU, only approximations.";
                            case GELU_TANH -> "Deeplearning4j has no GELU by the usual tanh approximation.";
                            case HARD_SIGMOID ->
                                "Deeplearning4j has no hard sigmoid but that of slope " + SlopedHardSigmoid.OWN_SLOPE
                                        + ", {hard-sigmoid: {slope: " + SlopedHardSigmoid.OWN_SLOPE + "}}.";
                            default ->
                                "Deeplearning4j has no " + activation.name().label() + ".";
                        }));
    }

    /** Deeplearning4j's own; empty where it has none, or another. */
    public static Optional<IActivation> own(Activation activation) {
        return Optional.ofNullable(
                switch (activation.name()) {
                    case IDENTITY -> new ActivationIdentity();
                    case RELU -> new ActivationReLU();
                    case RELU6 -> new ActivationReLU6();
                    case LEAKY_RELU -> new ActivationLReLU(activation.values().get(0));
                    case THRESHOLDED_RELU ->
                        new ActivationThresholdedReLU(activation.values().get(0));
                    case ELU -> new ActivationELU(activation.values().get(0));
                    case SELU -> new ActivationSELU();
                    case SWISH -> new ActivationSwish();
                    case MISH -> new ActivationMish();
                    case SIGMOID -> new ActivationSigmoid();
                    case HARD_SIGMOID ->
                        activation.values().get(0) == SlopedHardSigmoid.OWN_SLOPE ? new ActivationHardSigmoid() : null;
                    case TANH -> new ActivationTanH();
                    case HARD_TANH -> new ActivationHardTanH();
                    case RATIONAL_TANH -> new ActivationRationalTanh();
                    case RECTIFIED_TANH -> new ActivationRectifiedTanh();
                    case SOFTSIGN -> new ActivationSoftSign();
                    case SOFTPLUS -> new ActivationSoftPlus();
                    case SOFTMAX -> new ActivationSoftmax();
                    case CUBE -> new ActivationCube();
                    default -> null;
                });
    }
}
