package nightsweep.worker.engine.fused.stage;

import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.Shape;
import nightsweep.worker.engine.fused.kernel.ParameterArrays;
import nightsweep.worker.engine.fused.memory.Floats;
import nightsweep.worker.engine.fused.memory.Matrix;
import nightsweep.worker.engine.fused.memory.Panels;
import nightsweep.worker.engine.fused.product.Factor;
import nightsweep.worker.engine.fused.product.MatrixProduct;
import nightsweep.worker.engine.fused.product.NonZeros;
import org.jspecify.annotations.Nullable;

/** A fully connected layer: {@code (examples, inputs)} by {@code (inputs, units)}. */
public final class DenseStage extends WeightedStage {
    private final Factor input;
    private final Factor inputColumns;
    private final Factor deltaRows;
    private final Floats packedDeltas;
    private final MatrixProduct product;
    private final @Nullable NonZeros nonZeros;
    private boolean listed;
    private @Nullable Panels turnedWeights;

    /**
     * Makes one.
     *
     * @param examples the most in a pass
     * @param first whether the examples themselves come in, which may be mostly zeros
     */
    public DenseStage(
            Place place,
            LayerSpec.Weighted layer,
            Shape incoming,
            Matrix input,
            int examples,
            ParameterArrays arrays,
            MatrixProduct product,
            boolean first) {
        super(place, layer, incoming, examples, 1, arrays);
        this.input = Factor.of(input);
        this.inputColumns = Factor.transposed(input);
        this.deltaRows = Factor.of(deltas());
        this.packedDeltas = Floats.zeros(Panels.size(examples, units()));
        this.product = product;
        this.nonZeros = first ? new NonZeros(input) : null;
    }

    @Override
    int row(int input) {
        return input;
    }

    /** {@code output = input W}. */
    @Override
    public void forward(int examples, Pass pass) {
        listed = nonZeros != null && nonZeros.list(examples);
        if (nonZeros != null && listed) {
            product.into(nonZeros.rows(), examples, weights(), output());
        } else {
            product.into(input, 0, examples, weights(), output(), 0);
        }
    }

    @Override
    void gradient(int examples, Panels gradient) {
        if (nonZeros != null && listed) {
            product.into(nonZeros.columns(), packed(examples), gradient);
        } else {
            product.into(inputColumns, packed(examples), gradient);
        }
    }

    @Override
    void add(int examples, float factor, Panels weights) {
        if (nonZeros != null && listed) {
            product.addTo(nonZeros.columns(), packed(examples), weights, factor);
        } else {
            product.addTo(inputColumns, packed(examples), weights, factor);
        }
    }

    private Panels packed(int examples) {
        Panels packed = new Panels(packedDeltas, examples, units());
        packed.pack(deltas(), 0);
        return packed;
    }

    /** {@code target = deltas W^T}. */
    @Override
    public void backward(int examples, Matrix target) {
        if (turnedWeights == null) {
            turnedWeights = Panels.zeros(units(), inputs());
        }
        turnedWeights.packTransposed(weights());
        product.into(deltaRows, 0, examples, turnedWeights, target, 0);
    }
}
