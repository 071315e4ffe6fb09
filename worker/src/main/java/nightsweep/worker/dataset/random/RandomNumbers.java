package nightsweep.worker.dataset.random;

import java.util.List;
import nightsweep.experiments.sweep.RandomStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ArraySampler;
import org.apache.commons.rng.sampling.ListSampler;
import org.apache.commons.rng.simple.RandomSource;

/** Random numbers that are the same on every machine. One thread at a time. */
public final class RandomNumbers {
    private final UniformRandomProvider uniform;
    private double spare = Double.NaN;

    private RandomNumbers(UniformRandomProvider uniform) {
        this.uniform = uniform;
    }

    /**
     * The numbers of one purpose, unrelated to those of another purpose or seed.
     *
     * @param purpose tells apart what draws from the same seed
     */
    public static RandomNumbers of(long seed, int purpose) {
        return new RandomNumbers(
                RandomSource.XO_SHI_RO_256_PP.create(RandomStream.mix(RandomStream.mix(seed) + purpose)));
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

    /** Puts {@code values} into random order. */
    public void shuffle(int[] values) {
        ArraySampler.shuffle(uniform, values);
    }

    /** Puts {@code values} into random order. */
    public void shuffle(List<?> values) {
        ListSampler.shuffle(uniform, values);
    }
}
