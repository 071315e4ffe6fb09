package nightsweep.worker.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.json.ModelCardFile;
import nightsweep.experiments.outcome.ModelCard;
import nightsweep.experiments.outcome.ModelInputs;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.dataset.ColumnScale;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.engine.LayerParameters;

/**
 * A network as its training left it.
 *
 * @param parameters of the layers that have any, in order
 */
public record Trained(ModelCard card, List<LayerParameters> parameters) {
    public Trained {
        parameters = List.copyOf(parameters);
    }

    /** The network of a trial that was trained on {@code dataset}. */
    public static Trained of(Trial trial, Dataset dataset, List<LayerParameters> parameters) {
        ColumnScale scale = dataset.train().scale();
        return new Trained(
                new ModelCard(
                        trial.id(),
                        trial.number(),
                        dataset.labels(),
                        dataset.shape(),
                        doubles(scale.factors()),
                        doubles(scale.offsets()),
                        Optional.of(
                                new ModelInputs(dataset.train().values(), dataset.columns(), dataset.preparation())),
                        dataset.number()),
                parameters);
    }

    /** The same network as that of another trial, which is the same computation. */
    public Trained of(Trial trial) {
        return new Trained(
                new ModelCard(
                        trial.id(),
                        trial.number(),
                        card.labels(),
                        card.shape(),
                        card.factors(),
                        card.offsets(),
                        card.inputs(),
                        card.target()),
                parameters);
    }

    /** What its inputs are scaled by. */
    public ColumnScale scale() {
        return new ColumnScale(doubles(card.factors()), doubles(card.offsets()));
    }

    /** As bytes, the least significant first: the card, then layer by layer. */
    public byte[] bytes() {
        byte[] text = ModelCardFile.write(card).getBytes(StandardCharsets.UTF_8);
        int size = Math.addExact(text.length, 2 * Integer.BYTES);
        for (LayerParameters layer : parameters) {
            size = Math.addExact(size, LayerBytes.size(layer));
        }
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(text.length).put(text).putInt(parameters.size());
        parameters.forEach(layer -> LayerBytes.put(layer, out));
        return out.array();
    }

    /** What {@link #bytes} wrote, and nobody has changed. */
    public static Trained read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        byte[] text = new byte[in.getInt()];
        in.get(text);
        int layers = in.getInt();
        List<LayerParameters> parameters = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            parameters.add(LayerBytes.take(in));
        }
        return new Trained(ModelCardFile.read(new String(text, StandardCharsets.UTF_8)), parameters);
    }

    private static List<Double> doubles(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private static double[] doubles(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
