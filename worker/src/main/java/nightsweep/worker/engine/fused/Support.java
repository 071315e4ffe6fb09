package nightsweep.worker.engine.fused;

import java.util.Optional;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.network.Window;

/** What the engine can train. */
final class Support {
    private Support() {}

    static Optional<String> objection(NetworkSpec network) {
        for (LayerSpec layer : network.layers()) {
            Optional<String> objection = objection(layer);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> objection(LayerSpec layer) {
        if (layer instanceof LayerSpec.Output output) {
            return output.loss().hasOneOfAnExample()
                    ? Optional.empty()
                    : Optional.of("The loss " + output.loss().label() + " is trained by DL4J only.");
        } else if (layer instanceof LayerSpec.Weighted weighted) {
            return weighted.activation().name() == ActivationName.SOFTMAX
                    ? Optional.of("Softmax in a hidden layer is trained by DL4J only.")
                    : Optional.empty();
        } else if (layer instanceof LayerSpec.Pooling pooling) {
            return pooling.window().padding() == Window.Padding.SAME
                    ? Optional.of("Pooling with padding is trained by DL4J only.")
                    : Optional.empty();
        }
        return Optional.empty();
    }
}
