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

    /** As bytes, the least significant first: the card, then layer by layer the sizes, weights and biases. */
    public byte[] bytes() {
        byte[] text = ModelCardFile.write(card).getBytes(StandardCharsets.UTF_8);
        int numbers = parameters.stream()
                .mapToInt(layer -> layer.weights().length + layer.biases().length)
                .sum();
        int size = Math.addExact(
                text.length + Integer.BYTES * (2 + 2 * parameters.size()), Math.multiplyExact(Float.BYTES, numbers));
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(text.length).put(text).putInt(parameters.size());
        for (LayerParameters layer : parameters) {
            out.putInt(layer.inputs()).putInt(layer.units());
            put(layer.weights(), out);
            put(layer.biases(), out);
        }
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
            int inputs = in.getInt();
            int units = in.getInt();
            parameters.add(new LayerParameters(inputs, units, take(in, inputs * units), take(in, units)));
        }
        return new Trained(ModelCardFile.read(new String(text, StandardCharsets.UTF_8)), parameters);
    }

    private static void put(float[] numbers, ByteBuffer out) {
        out.asFloatBuffer().put(numbers);
        out.position(out.position() + Float.BYTES * numbers.length);
    }

    private static float[] take(ByteBuffer in, int count) {
        float[] numbers = new float[count];
        in.asFloatBuffer().get(numbers);
        in.position(in.position() + Float.BYTES * count);
        return numbers;
    }

    private static List<Double> doubles(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private static double[] doubles(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
