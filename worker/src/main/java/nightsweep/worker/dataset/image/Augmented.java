package nightsweep.worker.dataset.image;

import java.util.List;
import java.util.Optional;
import nightsweep.experiments.sweep.RandomStream;
import nightsweep.experiments.training.Augmentation;
import nightsweep.worker.dataset.Distortion;
import nightsweep.worker.dataset.random.RandomNumbers;

/**
 * Pictures as one pass over the examples shows them. What becomes of one depends on the seed, the pass and where it is
 * stored, and on nothing else: not on minibatches, engines, threads or what was seen before.
 *
 * @param seed of one pass
 */
public record Augmented(Augmentation wanted, int height, int width, long seed) implements Distortion {

    /**
     * The pictures of a pass; empty where they are shown as they are.
     *
     * @param shape of one example: (height, width) or (channels, height, width)
     * @param seed of {@link RandomStream#AUGMENTATION}
     * @param pass from 0
     * @throws IllegalArgumentException where examples are no pictures
     */
    public static Optional<Distortion> of(Augmentation wanted, List<Integer> shape, long seed, long pass) {
        if (wanted.equals(Augmentation.NONE)) {
            return Optional.empty();
        }
        int sides = shape.size();
        if (sides < 2) {
            throw new IllegalArgumentException(
                    "Augmentation is for pictures, but examples have the shape " + shape + ".");
        }
        long drawn = RandomStream.mix(seed + pass);
        return Optional.of(new Augmented(wanted, shape.get(sides - 2), shape.get(sides - 1), drawn));
    }

    @Override
    public void apply(int stored, float[] values, float[] changed) {
        Warp.drawn(wanted, height, width, RandomNumbers.of(seed, stored)).apply(height, width, values, changed);
    }
}
