package nightsweep.worker.engine.dl4j;

import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.Window;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;

/** Layers whose windows move over images, in Deeplearning4j's terms. */
final class Windows {
    private Windows() {}

    static ConvolutionLayer.Builder convolution(LayerSpec.Convolution convolution) {
        Window window = convolution.window();
        return new ConvolutionLayer.Builder(window.size(), window.size())
                .stride(window.stride(), window.stride())
                .convolutionMode(mode(window));
    }

    static SubsamplingLayer.Builder pooling(LayerSpec.Pooling pooling) {
        Window window = pooling.window();
        SubsamplingLayer.PoolingType type = switch (pooling.kind()) {
            case MAX -> SubsamplingLayer.PoolingType.MAX;
            case AVERAGE -> SubsamplingLayer.PoolingType.AVG;
        };
        return new SubsamplingLayer.Builder(type)
                .kernelSize(window.size(), window.size())
                .stride(window.stride(), window.stride())
                .convolutionMode(mode(window));
    }

    private static ConvolutionMode mode(Window window) {
        return switch (window.padding()) {
            case VALID -> ConvolutionMode.Truncate;
            case SAME -> ConvolutionMode.Same;
        };
    }
}
