package nightsweep.worker.engine.fused.stage;

import java.util.List;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.engine.Tensor;
import nightsweep.worker.engine.fused.kernel.NormalizationPasses;
import nightsweep.worker.engine.fused.kernel.ParameterArrays;
import nightsweep.worker.engine.fused.memory.Floats;
import nightsweep.worker.engine.fused.memory.Matrix;

/**
 * Batch normalisation of the columns of what comes in: of rows each value, of images each channel over all pixels. Sums
 * are made in one order, and what there is of each column is computed one number after another.
 */
public final class NormalizationStage implements LearningStage {
    private final LayerSpec.BatchNormalization layer;
    private final Place place;
    private final int rowsAnExample;
    private final int features;
    private final Matrix input;
    private final Matrix values;
    private final Matrix normalized;
    private final Matrix output;
    private final Matrix deltas;
    private final ParameterArrays arrays;
    private final Floats scaleGradients;
    private final Floats shiftGradients;
    private final Floats keptMeans;
    private final Floats keptVariances;
    private final Floats variances;
    private final NormalizationPasses.Line line;
    private final NormalizationPasses.Way way;
    private final NormalizationPasses passes;

    /** @param input {@code (examples * rowsAnExample, features)} */
    public NormalizationStage(
            LayerSpec.BatchNormalization layer,
            Place place,
            Matrix input,
            int rowsAnExample,
            ParameterArrays arrays,
            NormalizationPasses passes) {
        this.layer = layer;
        this.place = place;
        this.rowsAnExample = rowsAnExample;
        this.input = input;
        this.arrays = arrays;
        this.passes = passes;
        features = input.columns();
        int rows = input.rows();
        values = input.stride() % Floats.LANES == 0 ? input : Matrix.zeros(rows, features);
        normalized = Matrix.zeros(rows, features);
        output = Matrix.zeros(rows, features);
        deltas = Matrix.zeros(rows, features);
        scaleGradients = part(0, arrays.gradients());
        shiftGradients = part(1, arrays.gradients());
        keptMeans = part(2, arrays.parameters());
        keptVariances = part(3, arrays.parameters());
        variances = Floats.zeros(features);
        line = new NormalizationPasses.Line(
                Floats.zeros(features),
                Floats.zeros(features),
                part(0, arrays.parameters()),
                part(1, arrays.parameters()));
        way = new NormalizationPasses.Way(Floats.zeros(features), Floats.zeros(features), Floats.zeros(features));
    }

    private Floats part(int which, Floats slab) {
        return place.parts().get(which).of(slab);
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public Matrix output() {
        return output;
    }

    @Override
    public Matrix deltas() {
        return deltas;
    }

    @Override
    public int rowsAnExample() {
        return rowsAnExample;
    }

    @Override
    public void forward(int examples, Pass pass) {
        int rows = examples * rowsAnExample;
        align(rows);
        if (pass == Pass.TEST) {
            copy(keptMeans, line.means());
            copy(keptVariances, variances);
        } else {
            passes.sums(values, line.means(), rows);
            divide(line.means(), rows);
            passes.squares(values, line.means(), variances, rows);
            divide(variances, rows);
        }
        if (pass == Pass.TRAIN) {
            keep(line.means(), keptMeans);
            keep(variances, keptVariances);
        }
        for (int i = 0; i < features; i++) {
            double variance = (double) variances.values().get(i) + layer.epsilon();
            line.inverses().values().put(i, (float) (1 / Math.sqrt(variance)));
        }
        passes.normalize(values, line, normalized, output, rows);
    }

    /** Rows of examples follow one another without a gap. */
    private void align(int rows) {
        if (values.stride() != input.stride()) {
            for (int row = 0; row < rows; row++) {
                System.arraycopy(
                        input.floats().array(),
                        row * input.stride(),
                        values.floats().array(),
                        row * values.stride(),
                        features);
            }
        }
    }

    private static void divide(Floats sums, int rows) {
        for (int i = 0; i < sums.length(); i++) {
            sums.values().put(i, sums.values().get(i) / rows);
        }
    }

    private void copy(Floats from, Floats to) {
        to.values().put(0, from.values(), 0, features);
    }

    private void keep(Floats now, Floats kept) {
        for (int i = 0; i < features; i++) {
            double old = kept.values().get(i);
            kept.values().put(i, (float)
                    (layer.decay() * old + (1 - layer.decay()) * now.values().get(i)));
        }
    }

    /** The gradients of scales and shifts, which the way back needs. */
    @Override
    public void settle(int examples) {
        passes.gradients(deltas, normalized, shiftGradients, scaleGradients, examples * rowsAnExample);
        for (int i = features; i < scaleGradients.length(); i++) {
            scaleGradients.values().put(i, 0);
            shiftGradients.values().put(i, 0);
        }
    }

    @Override
    public void gradient(int examples) {}

    @Override
    public void descend(int examples, float rate) {}

    /**
     * {@code dL/dx = scale / deviation (dL/dy - mean dL/dy - normalized mean (dL/dy normalized))}: Ioffe and Szegedy 2015,
     * section 3, put together.
     */
    @Override
    public void backward(int examples, Matrix target) {
        int rows = examples * rowsAnExample;
        for (int i = 0; i < features; i++) {
            way.factors()
                    .values()
                    .put(
                            i,
                            line.scales().values().get(i)
                                    * line.inverses().values().get(i));
            way.means().values().put(i, shiftGradients.values().get(i) / rows);
            way.slopes().values().put(i, scaleGradients.values().get(i) / rows);
        }
        passes.back(deltas, normalized, way, target, rows);
    }

    @Override
    public void start(LayerParameters initial) {
        List<Tensor> tensors = initial.ofNormalization().tensors();
        for (int i = 0; i < tensors.size(); i++) {
            part(i, arrays.parameters()).values().put(0, tensors.get(i).values());
        }
    }

    @Override
    public LayerParameters parameters() {
        return layer(arrays.parameters());
    }

    @Override
    public LayerParameters gradients() {
        return layer(arrays.gradients());
    }

    private LayerParameters layer(Floats slab) {
        return LayerParameters.normalization(copy(0, slab), copy(1, slab), copy(2, slab), copy(3, slab));
    }

    private float[] copy(int part, Floats slab) {
        float[] values = new float[features];
        part(part, slab).values().get(0, values);
        return values;
    }
}
