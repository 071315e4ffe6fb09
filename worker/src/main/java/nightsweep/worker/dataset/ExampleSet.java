package nightsweep.worker.dataset;

import java.io.Serializable;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Optional;
import nightsweep.experiments.dataset.NumberTarget;
import nightsweep.experiments.outcome.ModelInputs;
import nightsweep.worker.dataset.source.Features;
import nightsweep.worker.dataset.source.Origins;
import nightsweep.worker.dataset.source.Selection;
import nightsweep.worker.dataset.source.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Some examples of a data set: a view of shared feature values, with labels and the scaling that a network sees them
 * under. Immutable; any number of threads may read it.
 */
public final class ExampleSet implements Serializable {
    private final Features features;
    private final int width;
    private final int[] rows;
    private final byte[] labels;
    private final double[] numbers;
    private final Origins origins;
    private final ColumnScale scale;
    private final @Nullable Distortion distortion;
    private final @Nullable NumberTarget number;

    /**
     * @param features {@code (stored examples, width)}
     * @param rows where each example of this set is stored, from 0
     * @param labels the class of each stored example, from 0, as an unsigned byte
     */
    public ExampleSet(Features features, int width, int[] rows, byte[] labels, ColumnScale scale) {
        this(new Selection(new Stored(features, labels, width), rows.clone()), scale);
    }

    /** Those that were selected. */
    public ExampleSet(Selection selection, ColumnScale scale) {
        this(selection, scale, null, null);
    }

    private ExampleSet(
            Selection selection, ColumnScale scale, @Nullable Distortion distortion, @Nullable NumberTarget number) {
        Stored stored = selection.stored();
        if (!scale.fits(stored.width())) {
            throw new IllegalArgumentException(
                    "A scale of " + scale.factors().length + " columns does not fit " + stored.width() + ".");
        }
        for (int row : selection.rows()) {
            if (row < 0 || row >= stored.labels().length) {
                throw new IllegalArgumentException(
                        "Row " + row + " is not one of " + stored.labels().length + " stored examples.");
            }
        }
        this.features = stored.features();
        this.width = stored.width();
        this.rows = selection.rows();
        this.labels = stored.labels();
        this.numbers = stored.numbers();
        this.origins = stored.origins();
        this.scale = scale;
        this.distortion = distortion;
        this.number = number;
    }

    /** Examples in the set. */
    public int size() {
        return rows.length;
    }

    /** Values an example. */
    public int width() {
        return width;
    }

    /** The class of an example, from 0. */
    public int label(int example) {
        return labels[rows[example]] & 0xff;
    }

    /** What is to be predicted of an example, in its own unit; only where that is a number. */
    public double number(int example) {
        return numbers[rows[example]];
    }

    /**
     * What a network is trained towards, as {@link nightsweep.worker.engine.Targets} takes it: the class of an example, or the
     * bits of its scaled number in single precision.
     */
    public int target(int example) {
        return number == null ? label(example) : Float.floatToRawIntBits((float) number.scaled(number(example)));
    }

    /** What a column of {@link #origin} is called in tables; empty where nobody can look examples up. */
    public String originColumn() {
        return origins.column();
    }

    /** What people find an example again by, where they can: its line, its number or its picture's name. */
    public Object origin(int example) {
        return origins.of(rows[example]);
    }

    /** What a network sees the examples under. */
    public ColumnScale scale() {
        return scale;
    }

    /** The same examples under another scale. */
    public ExampleSet under(ColumnScale other) {
        return new ExampleSet(selection(), other, distortion, number);
    }

    /** The same examples, each changed on its way to a network before it is scaled. */
    public ExampleSet through(Distortion change) {
        return new ExampleSet(selection(), scale, change, number);
    }

    /** The same examples, of which a number is to be predicted. */
    public ExampleSet towards(NumberTarget target) {
        return new ExampleSet(selection(), scale, distortion, target);
    }

    private Selection selection() {
        return new Selection(new Stored(features, labels, width, origins, numbers), rows);
    }

    /** What the values are before they are scaled. */
    public ModelInputs.Values values() {
        return features instanceof Features.Bytes
                ? ModelInputs.Values.BYTES
                : features instanceof Features.Doubles ? ModelInputs.Values.DOUBLE : ModelInputs.Values.SINGLE;
    }

    /** The values of an example, unscaled; empty where they are not bytes. */
    public Optional<byte[]> bytes(int example) {
        if (!(features instanceof Features.Bytes stored)) {
            return Optional.empty();
        }
        int start = rows[example] * width;
        return Optional.of(Arrays.copyOfRange(stored.values(), start, start + width));
    }

    /** The same for the same unscaled values, and hardly ever for others. */
    public long fingerprint(int example) {
        long mixed = width;
        int start = rows[example] * width;
        for (int i = 0; i < width; i++) {
            // Adding 0 makes both zeros one.
            mixed = (mixed ^ Double.doubleToLongBits(features.exactAt(start + i) + 0.0)) * 0x9e3779b97f4a7c15L;
            mixed ^= mixed >>> 29;
        }
        return mixed;
    }

    /**
     * Writes scaled examples one after another from the start of {@code out}, {@code (to - from, width)} row by row,
     * by absolute index: the buffer's position is neither used nor moved.
     *
     * @param order examples of this set, from 0
     * @param from the first place in {@code order}, inclusive
     * @param to the last place in {@code order}, exclusive
     */
    public void gather(int[] order, int from, int to, FloatBuffer out) {
        if (features instanceof Features.Doubles && distortion == null) {
            gatherExactly(order, from, to, out);
            return;
        }
        float[] row = new float[width];
        float[] seen = distortion == null ? row : new float[width];
        for (int place = from; place < to; place++) {
            int stored = rows[order[place]];
            features.read(stored * width, row);
            if (distortion != null) {
                distortion.apply(stored, row, seen);
            }
            scale.apply(seen);
            out.put((place - from) * width, seen);
        }
    }

    /** Scaled before they are narrowed: numbers far from 0 differ only in digits that single precision has not. */
    private void gatherExactly(int[] order, int from, int to, FloatBuffer out) {
        double[] row = new double[width];
        for (int place = from; place < to; place++) {
            features.read(rows[order[place]] * width, row);
            scale.applyExactly(row);
            int start = (place - from) * width;
            for (int i = 0; i < width; i++) {
                out.put(start + i, (float) row[i]);
            }
        }
    }

    /** A scaled example in double precision, {@code (width)}; what changes it on its way does so in single precision. */
    public double[] exact(int example) {
        int stored = rows[example];
        double[] row = new double[width];
        features.read(stored * width, row);
        if (distortion != null) {
            float[] values = new float[width];
            features.read(stored * width, values);
            float[] seen = new float[width];
            distortion.apply(stored, values, seen);
            Arrays.setAll(row, i -> seen[i]);
            scale.apply(row);
        } else if (features instanceof Features.Doubles) {
            scale.applyExactly(row);
        } else {
            scale.apply(row);
        }
        return row;
    }
}
