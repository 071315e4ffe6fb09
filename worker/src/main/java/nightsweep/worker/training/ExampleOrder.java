package nightsweep.worker.training;

import java.util.stream.IntStream;
import nightsweep.experiments.sweep.RandomStream;
import nightsweep.experiments.training.TrainingSpec;
import org.apache.commons.rng.sampling.ArraySampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The order in which the examples of an epoch are seen. Any epoch's order can be had without those before it.
 *
 * @param seed of {@link RandomStream#ORDER}
 */
public record ExampleOrder(TrainingSpec.Order order, int examples, long seed) {

    /**
     * Every example once, from 0.
     *
     * @param epoch from 0
     */
    public int[] of(int epoch) {
        int[] places = IntStream.range(0, examples).toArray();
        if (order == TrainingSpec.Order.SHUFFLED) {
            ArraySampler.shuffle(RandomSource.XO_SHI_RO_256_PP.create(RandomStream.mix(seed + epoch)), places);
        }
        return places;
    }
}
