package nightsweep.worker.engine.fused;

import java.util.List;
import java.util.stream.Stream;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.engine.fused.kernel.Drops;
import nightsweep.worker.engine.fused.kernel.ParameterArrays;
import nightsweep.worker.engine.fused.memory.Matrix;
import nightsweep.worker.engine.fused.pass.HiddenPass;
import nightsweep.worker.engine.fused.pass.OutputPass;
import nightsweep.worker.engine.fused.stage.LearningStage;
import nightsweep.worker.engine.fused.stage.Place;

/**
 * A network laid out in memory.
 *
 * @param input {@code (examples, inputs)}
 * @param inputDrops dropout of the input, while training
 * @param inputTestDrops the same, while testing
 * @param hidden every stage but the last
 * @param learning the stages that learn, in order
 */
record FusedNetwork(
        Matrix input,
        List<Drops> inputDrops,
        List<Drops> inputTestDrops,
        List<HiddenPass> hidden,
        OutputPass output,
        List<LearningStage> learning,
        List<Place> places,
        ParameterArrays arrays) {

    static FusedNetwork of(
            Matrix input,
            List<Drops> inputDrops,
            List<Drops> inputTestDrops,
            List<HiddenPass> hidden,
            OutputPass output,
            ParameterArrays arrays) {
        List<LearningStage> learning = Stream.concat(hidden.stream().map(HiddenPass::stage), Stream.of(output.stage()))
                .filter(LearningStage.class::isInstance)
                .map(LearningStage.class::cast)
                .toList();
        List<Place> places = learning.stream().map(LearningStage::place).toList();
        return new FusedNetwork(
                input,
                List.copyOf(inputDrops),
                List.copyOf(inputTestDrops),
                List.copyOf(hidden),
                output,
                learning,
                places,
                arrays);
    }

    /** The place among {@link #hidden} of the first that learns; their number where only the last stage does. */
    int firstLearning() {
        for (int i = 0; i < hidden.size(); i++) {
            if (hidden.get(i).stage() instanceof LearningStage) {
                return i;
            }
        }
        return hidden.size();
    }

    /** @param layers in the layout of {@link #parameters} */
    void start(List<LayerParameters> layers) {
        for (int i = 0; i < learning.size(); i++) {
            learning.get(i).start(layers.get(i));
        }
    }

    List<LayerParameters> parameters() {
        return learning.stream().map(stage -> stage.parameters()).toList();
    }

    /** What the last pass back left. */
    List<LayerParameters> gradients() {
        return learning.stream().map(stage -> stage.gradients()).toList();
    }
}
