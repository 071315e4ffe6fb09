package nightsweep.worker.dataset.source;

import nightsweep.experiments.sweep.RandomStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** Random numbers that are the same on every machine. One thread at a time. */
public final class RandomNumbers {
    private final UniformRandomProvider uniform;
    private double spare = Double.NaN;

    private RandomNumbers(UniformRandomProvider uniform) {
        this.uniform = uniform;
    }

    /**
     * The numbers of one purpose.
     *
     * @param purpose tells apart what draws from the same seed
     */
    public static RandomNumbers of(long seed, int purpose) {
        return new RandomNumbers(RandomSource.XO_SHI_RO_256_PP.create(RandomStream.mix(seed + purpose)));
    }

    /** A number within [from, to). */
    public double within(double from, double to) {
        return from + (to - from) * uniform.nextDouble();
    }

    /** A whole number within [0, bound). */
    public int below(int bound) {
        return uniform.nextInt(bound);
    }

    /**
     * A number of the standard normal distribution, by the polar method (Marsaglia and Bray 1964). The samplers of
     * libraries use {@code Math.log}, whose last digit is the processor's choice.
     */
    public double gaussian() {
        if (!Double.isNaN(spare)) {
            double result = spare;
            spare = Double.NaN;
            return result;
        }
        double u;
        double v;
        double square;
        do {
            u = within(-1, 1);
            v = within(-1, 1);
            square = u * u + v * v;
        } while (square >= 1 || square == 0);
        double stretch = Math.sqrt(-2 * StrictMath.log(square) / square);
        spare = v * stretch;
        return u * stretch;
    }

    /** Puts {@code values} into random order (Fisher and Yates). */
    public void shuffle(int[] values) {
        for (int last = values.length - 1; last > 0; last--) {
            int other = below(last + 1);
            int value = values[last];
            values[last] = values[other];
            values[other] = value;
        }
    }
}
