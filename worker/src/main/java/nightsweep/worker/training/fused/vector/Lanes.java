package nightsweep.worker.training.fused.vector;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import nightsweep.worker.training.fused.kernel.Drops;
import nightsweep.worker.training.fused.memory.Floats;

/** This CPU's vectors, and how they come from memory and go back. Places are counted in numbers. */
final class Lanes {
    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    static final VectorSpecies<Short> SHORTS =
            VectorSpecies.of(short.class, VectorShape.forBitSize(FLOATS.length() * Short.SIZE));
    static final int COUNT = FLOATS.length();

    static final FloatVector ZERO = FloatVector.zero(FLOATS);
    static final FloatVector ONE = FloatVector.broadcast(FLOATS, 1f);

    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    private Lanes() {}

    static FloatVector load(Floats floats, int at) {
        return FloatVector.fromByteBuffer(FLOATS, floats.bytes(), at * Float.BYTES, ORDER);
    }

    static void store(FloatVector vector, Floats floats, int at) {
        vector.intoByteBuffer(floats.bytes(), at * Float.BYTES, ORDER);
    }

    /** Zero where smaller than {@code tiny}. */
    static FloatVector flushed(FloatVector vector, float tiny) {
        return vector.blend(0f, vector.abs().compare(VectorOperators.LT, tiny));
    }

    /** All bits set for each value that is kept, none for each that is dropped; the first is the value {@code at}. */
    static IntVector kept(Drops drops, int at) {
        ByteBuffer decisions = drops.memory().bytes();
        IntVector bits = (IntVector) ShortVector.fromByteBuffer(SHORTS, decisions, at * Short.BYTES, ORDER)
                .convertShape(VectorOperators.S2I, INTS, 0);
        return bits.and(0xffff)
                .sub(drops.threshold())
                .lanewise(VectorOperators.ASHR, Integer.SIZE - 1)
                .not();
    }

    static FloatVector dropped(FloatVector values, IntVector kept, float scale) {
        return values.mul(scale).reinterpretAsInts().and(kept).reinterpretAsFloats();
    }

    /** Adds lanes up in one fixed order, which the Vector API's own sum does not promise. */
    static float sum(FloatVector vector) {
        FloatVector folded = vector;
        for (int half = COUNT / 2; half > 0; half /= 2) {
            folded = folded.add(folded.rearrange(VectorShuffle.iota(FLOATS, half, 1, true)));
        }
        return folded.lane(0);
    }
}
