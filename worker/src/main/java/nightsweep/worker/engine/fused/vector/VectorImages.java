package nightsweep.worker.engine.fused.vector;

import static nightsweep.worker.engine.fused.vector.Lanes.COUNT;
import static nightsweep.worker.engine.fused.vector.Lanes.ZERO;
import static nightsweep.worker.engine.fused.vector.Lanes.load;
import static nightsweep.worker.engine.fused.vector.Lanes.store;

import java.nio.FloatBuffer;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import nightsweep.worker.engine.fused.kernel.ImagePasses;
import nightsweep.worker.engine.fused.memory.Floats;

/** Passes over pixels, a vector of channels at a time. */
final class VectorImages implements ImagePasses {

    @Override
    public void copy(Floats source, int from, Floats target, int to, int count) {
        for (int i = 0; i < count; i += COUNT) {
            store(load(source, from + i), target, to + i);
        }
    }

    @Override
    public void add(Floats source, int from, float factor, Floats target, int to, int count) {
        FloatVector factors = Lanes.all(factor);
        int i = 0;
        for (; i <= count - COUNT; i += COUNT) {
            store(load(source, from + i).fma(factors, load(target, to + i)), target, to + i);
        }
        FloatBuffer sums = target.values();
        for (; i < count; i++) {
            sums.put(to + i, Math.fma(source.values().get(from + i), factor, sums.get(to + i)));
        }
    }

    @Override
    public void largest(Floats source, int[] starts, Floats target, int to, int count) {
        for (int i = 0; i < count; i += COUNT) {
            FloatVector most = load(source, starts[0] + i);
            for (int pixel = 1; pixel < starts.length; pixel++) {
                most = most.max(load(source, starts[pixel] + i));
            }
            store(most, target, to + i);
        }
    }

    @Override
    public void toLargest(Floats source, int[] starts, Floats deltas, int from, Floats target, int count, boolean add) {
        for (int i = 0; i < count; i += COUNT) {
            FloatVector most = load(source, starts[0] + i);
            for (int pixel = 1; pixel < starts.length; pixel++) {
                most = most.max(load(source, starts[pixel] + i));
            }
            FloatVector delta = load(deltas, from + i);
            for (int start : starts) {
                VectorMask<Float> hit = load(source, start + i).compare(VectorOperators.EQ, most);
                FloatVector here = ZERO.blend(delta, hit);
                store(add ? load(target, start + i).add(here) : here, target, start + i);
                delta = delta.blend(ZERO, hit);
            }
        }
    }
}
