package nightsweep.worker.training.checkpoint;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.outcome.ConfusionMatrix;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.outcome.LayerMetrics;
import nightsweep.experiments.outcome.WeightHistogram;

/**
 * A checkpoint as bytes, the least significant first: the format's version (which a change of the engines' own layouts raises too), the origin, the finished epochs, the last
 * validation, the epoch under way, and the learner's state, 4 bytes a number. Whether the bytes are those that were
 * written, their keeper has to know.
 */
final class CheckpointBytes {
    private static final int VERSION = 4;
    private static final int EPOCH_BYTES = 2 * Integer.BYTES + 4 * Double.BYTES;
    private static final int LAYER_BYTES = 4 * Integer.BYTES + 6 * Double.BYTES;

    private CheckpointBytes() {}

    /** How many bytes there will be, about. */
    static long size(List<FloatBuffer> state) {
        return state.stream()
                .mapToLong(part -> (long) Float.BYTES * part.capacity())
                .sum();
    }

    /**
     * A checkpoint.
     *
     * @param origin what the same steps must be computed with to give the same bits
     */
    static byte[] write(String origin, Progress progress, List<FloatBuffer> state) {
        byte[] head = head(origin, progress);
        int length = Math.addExact(head.length + Integer.BYTES * (state.size() + 1), Math.toIntExact(size(state)));
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(head).putInt(state.size());
        for (FloatBuffer part : state) {
            FloatBuffer numbers = part.duplicate().clear();
            out.putInt(numbers.remaining());
            int bytes = Float.BYTES * numbers.remaining();
            out.asFloatBuffer().put(numbers);
            out.position(out.position() + bytes);
        }
        return out.array();
    }

    private static byte[] head(String origin, Progress progress) {
        byte[] originBytes = origin.getBytes(StandardCharsets.UTF_8);
        byte[] validation =
                progress.validation().map(CheckpointBytes::evaluation).orElse(new byte[0]);
        ByteBuffer out = ByteBuffer.allocate(6 * Integer.BYTES
                        + Double.BYTES
                        + originBytes.length
                        + progress.epochs().stream()
                                .mapToInt(CheckpointBytes::size)
                                .sum()
                        + validation.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(VERSION).putInt(originBytes.length).put(originBytes);
        out.putInt(progress.epochs().size());
        for (EpochMetrics epoch : progress.epochs()) {
            out.putInt(epoch.epoch())
                    .putDouble(epoch.trainLoss())
                    .putDouble(epoch.trainAccuracy())
                    .putDouble(epoch.validationLoss())
                    .putDouble(epoch.validationAccuracy())
                    .putInt(epoch.layers().size());
            epoch.layers().forEach(layer -> put(layer, out));
        }
        out.putInt(validation.length).put(validation);
        out.putInt(progress.steps()).putDouble(progress.lossSum()).putInt(progress.correct());
        return out.array();
    }

    private static int size(EpochMetrics epoch) {
        return EPOCH_BYTES
                + epoch.layers().stream()
                        .mapToInt(layer -> LAYER_BYTES
                                + name(layer).length
                                + Long.BYTES * layer.weights().counts().size())
                        .sum();
    }

    private static byte[] name(LayerMetrics layer) {
        return layer.layer().getBytes(StandardCharsets.UTF_8);
    }

    private static void put(LayerMetrics layer, ByteBuffer out) {
        byte[] name = name(layer);
        out.putInt(name.length)
                .put(name)
                .putDouble(layer.gradientNorm())
                .putDouble(layer.weightNorm())
                .putInt(layer.units())
                .putInt(layer.deadUnits());
        WeightHistogram weights = layer.weights();
        out.putDouble(weights.least())
                .putDouble(weights.greatest())
                .putDouble(weights.sum())
                .putDouble(weights.squares())
                .putInt(weights.counts().size());
        weights.counts().forEach(out::putLong);
    }

    private static byte[] evaluation(Evaluation evaluation) {
        ConfusionMatrix confusion = evaluation.confusion();
        int classes = confusion.labels().size();
        ByteBuffer out = ByteBuffer.allocate(Double.BYTES + classes * classes * Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(evaluation.loss());
        confusion.counts().forEach(row -> row.forEach(out::putLong));
        return out.array();
    }

    /**
     * Reads a checkpoint.
     *
     * @param origin what {@link #write} was given
     * @param labels the names of the classes, in order
     * @param state overwritten if and only if the checkpoint can be used
     * @throws UnusableCheckpointException if it has another origin, or does not fit
     */
    static Progress read(byte[] bytes, String origin, List<String> labels, List<FloatBuffer> state)
            throws UnusableCheckpointException {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try {
            int version = in.getInt();
            if (version != VERSION) {
                throw new UnusableCheckpointException(
                        "Its format has the version " + version + ", but " + VERSION + " is read.");
            }
            String found = new String(bytes(in, in.getInt()), StandardCharsets.UTF_8);
            if (!found.equals(origin)) {
                throw new UnusableCheckpointException("It was made by " + found + ", but this is " + origin + ".");
            }
            List<EpochMetrics> epochs = epochs(in);
            Optional<Evaluation> validation = validation(bytes(in, in.getInt()), labels);
            Progress progress = new Progress(epochs, validation, in.getInt(), in.getDouble(), in.getInt());
            load(in, state);
            return progress;
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new UnusableCheckpointException("It is not laid out as this version writes it.");
        }
    }

    private static List<EpochMetrics> epochs(ByteBuffer in) {
        int count = in.getInt();
        List<EpochMetrics> epochs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            epochs.add(new EpochMetrics(
                    in.getInt(), in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble(), layers(in)));
        }
        return epochs;
    }

    private static List<LayerMetrics> layers(ByteBuffer in) {
        int count = in.getInt();
        List<LayerMetrics> layers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = new String(bytes(in, in.getInt()), StandardCharsets.UTF_8);
            layers.add(new LayerMetrics(name, in.getDouble(), in.getDouble(), in.getInt(), in.getInt(), histogram(in)));
        }
        return layers;
    }

    private static WeightHistogram histogram(ByteBuffer in) {
        double least = in.getDouble();
        double greatest = in.getDouble();
        double sum = in.getDouble();
        double squares = in.getDouble();
        int parts = in.getInt();
        List<Long> counts = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            counts.add(in.getLong());
        }
        return new WeightHistogram(least, greatest, sum, squares, counts);
    }

    private static Optional<Evaluation> validation(byte[] bytes, List<String> labels) {
        if (bytes.length == 0) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        double loss = in.getDouble();
        long[][] counts = new long[labels.size()][labels.size()];
        for (long[] row : counts) {
            for (int i = 0; i < row.length; i++) {
                row[i] = in.getLong();
            }
        }
        return Optional.of(new Evaluation(loss, ConfusionMatrix.of(labels, counts)));
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static void load(ByteBuffer in, List<FloatBuffer> state) throws UnusableCheckpointException {
        List<FloatBuffer> kept = new ArrayList<>();
        int parts = in.getInt();
        for (int i = 0; i < parts; i++) {
            int length = in.getInt();
            FloatBuffer numbers = in.asFloatBuffer().limit(length);
            in.position(in.position() + Math.multiplyExact(Float.BYTES, length));
            kept.add(numbers);
        }
        boolean fits = kept.size() == state.size() && !in.hasRemaining();
        for (int i = 0; fits && i < kept.size(); i++) {
            fits = kept.get(i).limit() == state.get(i).capacity();
        }
        if (!fits) {
            throw new UnusableCheckpointException("It is the state of another network.");
        }
        for (int i = 0; i < kept.size(); i++) {
            state.get(i).duplicate().clear().put(kept.get(i));
        }
    }
}
