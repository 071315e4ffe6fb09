package nightsweep.worker.engine;

import java.util.Arrays;
import java.util.List;

/**
 * The numbers of one layer: weights and biases, of a convolution for the values under its window, channel by channel; or
 * scales, shifts, kept means and kept variances of a batch normalisation.
 *
 * @param tensors one or more, of different names and as many columns
 */
public record LayerParameters(List<Tensor> tensors) {
    public static final String WEIGHTS = "weights";
    public static final String BIASES = "biases";
    public static final String SCALES = "scales";
    public static final String SHIFTS = "shifts";
    public static final String KEPT_MEANS = "kept means";
    public static final String KEPT_VARIANCES = "kept variances";

    /** Scales, kept means, kept variances: what earlier files have as the weights of a batch normalisation. */
    private static final int EARLIER_ROWS = 3;

    public LayerParameters {
        tensors = List.copyOf(tensors);
    }

    /**
     * Weights and biases.
     *
     * @param weights {@code (inputs, units)}, row by row
     * @param biases {@code (units)}
     */
    public LayerParameters(int inputs, int units, float[] weights, float[] biases) {
        this(List.of(new Tensor(WEIGHTS, inputs, units, weights, true), Tensor.learned(BIASES, biases)));
    }

    /** Of a batch normalisation, one number a feature in each. */
    public static LayerParameters normalization(float[] scales, float[] shifts, float[] means, float[] variances) {
        return new LayerParameters(List.of(
                Tensor.learned(SCALES, scales),
                Tensor.learned(SHIFTS, shifts),
                Tensor.kept(KEPT_MEANS, means),
                Tensor.kept(KEPT_VARIANCES, variances)));
    }

    /** Of a batch normalisation that has seen nothing. */
    static LayerParameters neutral(int features) {
        float[] ones = new float[features];
        Arrays.fill(ones, 1);
        return normalization(ones, new float[features], new float[features], ones.clone());
    }

    /** These of a batch normalisation, under their names even where an earlier version wrote them as weights and biases. */
    public LayerParameters ofNormalization() {
        if (!weighted() || inputs() != EARLIER_ROWS) {
            return this;
        }
        Tensor rows = tensor(WEIGHTS);
        return normalization(rows.row(0), biases(), rows.row(1), rows.row(2));
    }

    /** Whether they are weights and biases. */
    public boolean weighted() {
        return tensors.get(0).name().equals(WEIGHTS);
    }

    /** The tensor of that name. */
    public Tensor tensor(String name) {
        return tensors.stream()
                .filter(tensor -> tensor.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "A layer of " + tensors.get(0).name() + " has no " + name + "."));
    }

    /** Rows of weights. */
    public int inputs() {
        return tensor(WEIGHTS).rows();
    }

    /** Columns of every tensor. */
    public int units() {
        return tensors.get(0).columns();
    }

    /** {@code (inputs, units)}, row by row. */
    public float[] weights() {
        return tensor(WEIGHTS).values();
    }

    /** {@code (units)}. */
    public float[] biases() {
        return tensor(BIASES).values();
    }
}
