package nightsweep.worker.engine.fused;

import java.util.ArrayList;
import java.util.List;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.network.Shape;
import nightsweep.experiments.sweep.RandomStream;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.engine.DropoutMask;
import nightsweep.worker.engine.InitialParameters;
import nightsweep.worker.engine.Targets;
import nightsweep.worker.engine.fused.image.Sliding;
import nightsweep.worker.engine.fused.kernel.Drops;
import nightsweep.worker.engine.fused.kernel.Kernels;
import nightsweep.worker.engine.fused.kernel.ParameterArrays;
import nightsweep.worker.engine.fused.memory.Matrix;
import nightsweep.worker.engine.fused.pass.ActivatedPass;
import nightsweep.worker.engine.fused.pass.BarePass;
import nightsweep.worker.engine.fused.pass.HiddenPass;
import nightsweep.worker.engine.fused.pass.OutputPass;
import nightsweep.worker.engine.fused.product.MatrixProduct;
import nightsweep.worker.engine.fused.stage.ConvolutionStage;
import nightsweep.worker.engine.fused.stage.DenseStage;
import nightsweep.worker.engine.fused.stage.NormalizationStage;
import nightsweep.worker.engine.fused.stage.PixelStage;
import nightsweep.worker.engine.fused.stage.Place;
import nightsweep.worker.engine.fused.stage.PoolingStage;
import nightsweep.worker.engine.fused.stage.RowStage;
import nightsweep.worker.engine.fused.stage.Stage;

/** Lays the network of a trial out in memory, layer by layer. Used once. */
final class NetworkBuilder {
    private final Trial trial;
    private final Shape inputs;
    private final int classes;
    private final int examples;
    private final Kernels kernels;
    private final MatrixProduct product;
    private final ParameterArrays arrays;
    private final Matrix input;
    private final List<Drops> inputDrops = new ArrayList<>();
    private final List<Drops> inputTestDrops = new ArrayList<>();
    private final List<HiddenPass> hidden = new ArrayList<>();

    /** What comes out of the layers so far. */
    private Shape shape;

    private Matrix incoming;
    private boolean pixelByPixel;
    private int nextPlace;

    /** @param examples the most in a pass */
    NetworkBuilder(Trial trial, Shape inputs, int classes, int examples, Kernels kernels) {
        this.trial = trial;
        this.inputs = inputs;
        this.classes = classes;
        this.examples = examples;
        this.kernels = kernels;
        this.product = kernels.product();
        NetworkSpec network = network();
        arrays = ParameterArrays.of(
                end(network, inputs),
                trial.configuration().training().optimizer().name());
        input = Matrix.dense(examples, inputs.values());
        shape = inputs;
        incoming = input;
    }

    private static int end(NetworkSpec network, Shape inputs) {
        Shape shape = inputs;
        int end = 0;
        for (LayerSpec layer : network.layers()) {
            if (layer instanceof LayerSpec.Weighted weighted) {
                end = Place.weighted(end, weighted, shape).end();
            } else if (layer instanceof LayerSpec.BatchNormalization normalization) {
                end = Place.normalized(end, normalization.features(shape)).end();
            }
            shape = layer.outputs(shape);
        }
        return end;
    }

    private NetworkSpec network() {
        return trial.configuration().network();
    }

    /** The network, with its initial parameters. */
    FusedNetwork build() {
        List<LayerSpec> layers = network().layers();
        for (int i = 0; i < layers.size() - 1; i++) {
            LayerSpec layer = layers.get(i);
            if (layer instanceof LayerSpec.Dense dense) {
                asRows();
                hidden.add(new ActivatedPass(dense(dense), kernels.activation(dense.activation()), kernels));
            } else if (layer instanceof LayerSpec.Convolution convolution) {
                asPixels(true);
                hidden.add(new ActivatedPass(
                        convolution(convolution), kernels.activation(convolution.activation()), kernels));
            } else if (layer instanceof LayerSpec.Pooling pooling) {
                asPixels(false);
                Sliding sliding = Sliding.of((Shape.Planes) shape, pooling.window());
                add(new PoolingStage(pooling.kind(), sliding, incoming, examples, kernels.images()));
            } else if (layer instanceof LayerSpec.BatchNormalization normalization) {
                if (shape instanceof Shape.Planes) {
                    asPixels(false);
                }
                add(normalization(normalization));
            } else if (layer instanceof LayerSpec.Flatten || !imagesGoOn(layers, i)) {
                asRows();
            }
            if (!hidden.isEmpty()) {
                incoming = hidden.get(hidden.size() - 1).stage().output();
            }
            shape = layer.outputs(shape);
            drop(i, layer.dropout());
        }
        asRows();
        LayerSpec.Output last = network().output();
        OutputPass output = OutputPass.of(last, Targets.ofTraining(trial, classes), dense(last), kernels);
        FusedNetwork built = FusedNetwork.of(input, inputDrops, inputTestDrops, hidden, output, arrays);
        built.start(InitialParameters.draw(network(), inputs, trial.seed(RandomStream.WEIGHTS)));
        return built;
    }

    /** Whether a layer of images is next to take what layer {@code i} gives, rather than a dense layer in a row. */
    private static boolean imagesGoOn(List<LayerSpec> layers, int i) {
        for (LayerSpec layer : layers.subList(i + 1, layers.size())) {
            if (!(layer instanceof LayerSpec.Dropout)) {
                return layer instanceof LayerSpec.Convolution
                        || layer instanceof LayerSpec.Pooling
                        || layer instanceof LayerSpec.BatchNormalization;
            }
        }
        return false;
    }

    private void asPixels(boolean together) {
        if (!pixelByPixel) {
            Shape.Planes planes = (Shape.Planes) shape;
            add(together ? PixelStage.together(planes, incoming) : PixelStage.apart(planes, incoming));
            pixelByPixel = true;
        }
    }

    private void asRows() {
        if (pixelByPixel) {
            add(new RowStage((Shape.Planes) shape, incoming, examples));
            pixelByPixel = false;
        }
    }

    private void add(Stage stage) {
        hidden.add(new BarePass(stage, kernels));
        incoming = stage.output();
    }

    private DenseStage dense(LayerSpec.Weighted layer) {
        return new DenseStage(place(layer), layer, shape, incoming, examples, arrays, product, hidden.isEmpty());
    }

    private ConvolutionStage convolution(LayerSpec.Convolution layer) {
        Sliding sliding = Sliding.of((Shape.Planes) shape, layer.window());
        return new ConvolutionStage(
                place(layer), layer, sliding, incoming, examples, arrays, kernels.images(), product);
    }

    private NormalizationStage normalization(LayerSpec.BatchNormalization layer) {
        Place place = Place.normalized(nextPlace, layer.features(shape));
        nextPlace = place.end();
        int rowsAnExample = incoming.rows() / examples;
        return new NormalizationStage(layer, place, incoming, rowsAnExample, arrays, kernels.normalization());
    }

    private Place place(LayerSpec.Weighted layer) {
        Place place = Place.weighted(nextPlace, layer, shape);
        nextPlace = place.end();
        return place;
    }

    private void drop(int layer, double rate) {
        if (rate == 0) {
            return;
        }
        Drops whileTraining = drops(RandomStream.DROPOUT, layer, rate);
        Drops whileTesting = drops(RandomStream.TEST_DROPOUT, layer, rate);
        if (hidden.isEmpty()) {
            inputDrops.add(whileTraining);
            inputTestDrops.add(whileTesting);
        } else {
            hidden.get(hidden.size() - 1).add(whileTraining, whileTesting);
        }
    }

    private Drops drops(RandomStream stream, int layer, double rate) {
        DropoutMask mask = new DropoutMask(trial.seed(stream), layer, rate);
        return new Drops(mask, incoming, incoming.rows() / examples);
    }
}
