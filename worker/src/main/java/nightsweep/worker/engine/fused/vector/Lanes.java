package nightsweep.worker.engine.fused.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import nightsweep.worker.engine.fused.memory.Floats;

/**
 * This CPU's vectors, and how they come from memory and go back. Places are counted in numbers.
 *
 * <p>The JIT compiler ceases to inline methods other than the Vector API's own where a loop has grown large, and puts
 * the vectors that such a method takes or gives on the heap. Long loops therefore call methods of ours early, and the
 * Vector API directly towards their ends.
 */
final class Lanes {
    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    static final int COUNT = FLOATS.length();

    // As constants, these cost the compiler less than numbers that are made vectors where they are used.
    static final FloatVector ZERO = all(0);
    static final FloatVector ONE = all(1);
    static final FloatVector TWO = all(2);

    // Constants each: a shuffle that is made where it is used goes to the heap.
    private static final VectorShuffle<Float> ROTATED_BY_8 = rotated(8);
    private static final VectorShuffle<Float> ROTATED_BY_4 = rotated(4);
    private static final VectorShuffle<Float> ROTATED_BY_2 = rotated(2);
    private static final VectorShuffle<Float> ROTATED_BY_1 = rotated(1);

    private Lanes() {}

    static FloatVector load(Floats floats, int at) {
        return FloatVector.fromArray(FLOATS, floats.array(), floats.start() + at);
    }

    static void store(FloatVector vector, Floats floats, int at) {
        vector.intoArray(floats.array(), floats.start() + at);
    }

    static FloatVector all(float value) {
        return FloatVector.broadcast(FLOATS, value);
    }

    /** Zero where smaller than {@code tiny}. */
    static FloatVector flushed(FloatVector vector, float tiny) {
        return vector.blend(all(0), vector.abs().compare(VectorOperators.LT, all(tiny)));
    }

    /** Adds lanes up in one fixed order, which the Vector API's own sum does not promise. */
    static float sum(FloatVector vector) {
        FloatVector folded = vector;
        if (COUNT >= 16) {
            folded = folded.add(folded.rearrange(ROTATED_BY_8));
        }
        if (COUNT >= 8) {
            folded = folded.add(folded.rearrange(ROTATED_BY_4));
        }
        folded = folded.add(folded.rearrange(ROTATED_BY_2));
        return folded.add(folded.rearrange(ROTATED_BY_1)).lane(0);
    }

    private static VectorShuffle<Float> rotated(int lanes) {
        return VectorShuffle.iota(FLOATS, lanes, 1, true);
    }
}
