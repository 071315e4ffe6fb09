package nightsweep.worker.engine;

import java.util.function.DoubleSupplier;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.network.Initial.Scale;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/** Draws the weights or the biases of one layer. Used once. */
final class InitialDraw {
    /** The deviation of a standard Gaussian that was cut off at two deviations. */
    private static final double TRUNCATED_DEVIATION = 0.8796256610342398;

    private final int inputs;
    private final int units;
    private final int fanOut;
    private final UniformRandomProvider random;
    private final ZigguratSampler.NormalizedGaussian gaussian;

    /**
     * @param inputs values that one unit sees
     * @param fanOut values that one input value reaches
     */
    InitialDraw(int inputs, int units, int fanOut, long seed) {
        this.inputs = inputs;
        this.units = units;
        this.fanOut = fanOut;
        random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        gaussian = ZigguratSampler.NormalizedGaussian.of(random);
    }

    /** {@code (inputs, units)}, row by row. */
    double[] weights(Initial initial) {
        if (initial instanceof Initial.Orthogonal orthogonal) {
            return orthogonal(orthogonal.gain());
        }
        if (initial instanceof Initial.Identity) {
            double[] values = new double[matrixLength()];
            for (int i = 0; i < Math.min(inputs, units); i++) {
                values[i * units + i] = 1;
            }
            return values;
        }
        if (initial instanceof Initial.Values values) {
            return given(values, inputs);
        }
        return fill(matrixLength(), source(initial));
    }

    /** {@code (units)}. */
    double[] biases(Initial initial) {
        return initial instanceof Initial.Values values ? given(values, 1) : fill(units, source(initial));
    }

    private double[] given(Initial.Values values, int rows) {
        if (values.rows().size() != rows || values.columns() != units) {
            throw new IllegalArgumentException(
                    "Initial values are " + values.rows().size() + " x " + values.columns() + " numbers, but " + rows
                            + " x " + units + " are needed.");
        }
        return values.rows().stream()
                .flatMapToDouble(row -> row.stream().mapToDouble(Double::doubleValue))
                .toArray();
    }

    private int matrixLength() {
        long length = (long) inputs * units;
        if (length > Integer.MAX_VALUE - 8) {
            throw new OutOfMemoryError(
                    "A layer of " + inputs + " x " + units + " weights is longer than an array can be.");
        }
        return (int) length;
    }

    private static double[] fill(int count, DoubleSupplier source) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = source.getAsDouble();
        }
        return values;
    }

    private DoubleSupplier source(Initial initial) {
        if (initial instanceof Initial.Constant constant) {
            return constant::value;
        }
        if (initial instanceof Initial.None) {
            return () -> 0;
        }
        if (initial instanceof Initial.Uniform uniform) {
            return () -> uniform.low() + (uniform.high() - uniform.low()) * random.nextDouble();
        }
        if (initial instanceof Initial.Normal normal) {
            return () -> normal.mean() + normal.deviation() * gaussian.sample();
        }
        if (initial instanceof Initial.TruncatedNormal normal) {
            return () -> normal.mean() + normal.deviation() * truncatedGaussian();
        }
        if (initial instanceof Initial.LogNormal normal) {
            return () -> StrictMath.exp(normal.mean() + normal.deviation() * gaussian.sample());
        }
        if (initial instanceof Initial.Scaled scaled) {
            return scaled(scaled.scale());
        }
        throw new IllegalArgumentException("Biases cannot start orthogonal or as an identity: they are no matrix.");
    }

    private DoubleSupplier scaled(Scale scale) {
        double in = inputs;
        double out = fanOut;
        return switch (scale) {
            case XAVIER -> normal(2 / (in + out));
            case XAVIER_FAN_IN, LECUN -> normal(1 / in);
            case XAVIER_LEGACY -> normal(1 / (in + out));
            case HE -> normal(2 / in);
            case XAVIER_UNIFORM, VARIANCE_UNIFORM_FAN_AVERAGE -> within(Math.sqrt(6 / (in + out)));
            case HE_UNIFORM -> within(Math.sqrt(6 / in));
            case LECUN_UNIFORM, VARIANCE_UNIFORM_FAN_IN -> within(Math.sqrt(3 / in));
            case VARIANCE_UNIFORM_FAN_OUT -> within(Math.sqrt(3 / out));
            case FAN_IN_UNIFORM -> within(1 / Math.sqrt(in));
            case SIGMOID_UNIFORM -> within(4 * Math.sqrt(6 / (in + out)));
            case VARIANCE_FAN_IN -> truncated(1 / in);
            case VARIANCE_FAN_OUT -> truncated(1 / out);
            case VARIANCE_FAN_AVERAGE -> truncated(2 / (in + out));
        };
    }

    private DoubleSupplier normal(double variance) {
        double deviation = Math.sqrt(variance);
        return () -> deviation * gaussian.sample();
    }

    private DoubleSupplier truncated(double variance) {
        double deviation = Math.sqrt(variance) / TRUNCATED_DEVIATION;
        return () -> deviation * truncatedGaussian();
    }

    private DoubleSupplier within(double bound) {
        return () -> bound * (2 * random.nextDouble() - 1);
    }

    private double truncatedGaussian() {
        double value = gaussian.sample();
        while (Math.abs(value) > 2) {
            value = gaussian.sample();
        }
        return value;
    }

    /** The Q of a Gaussian matrix, its signs such that every orthogonal matrix is equally likely (Mezzadri 2007). */
    private double[] orthogonal(double gain) {
        int rows = Math.max(inputs, units);
        int columns = Math.min(inputs, units);
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            for (int column = 0; column < columns; column++) {
                row[column] = gaussian.sample();
            }
        }
        QRDecomposition decomposition = new QRDecomposition(new Array2DRowRealMatrix(values, false));
        RealMatrix q = decomposition.getQ();
        RealMatrix r = decomposition.getR();
        boolean tall = inputs >= units;
        double[] weights = new double[matrixLength()];
        for (int row = 0; row < inputs; row++) {
            for (int unit = 0; unit < units; unit++) {
                int column = tall ? unit : row;
                double entry = q.getEntry(tall ? row : unit, column);
                weights[row * units + unit] = gain * Math.signum(r.getEntry(column, column)) * entry;
            }
        }
        return weights;
    }
}
