package nightsweep.worker.engine.fused.plain;

import java.nio.FloatBuffer;
import nightsweep.worker.engine.fused.kernel.ImagePasses;
import nightsweep.worker.engine.fused.memory.Floats;

/** Passes over pixels, one number at a time. */
final class PlainImages implements ImagePasses {

    @Override
    public void copy(Floats source, int from, Floats target, int to, int count) {
        target.values().put(to, source.values(), from, count);
    }

    @Override
    public void add(Floats source, int from, float factor, Floats target, int to, int count) {
        FloatBuffer sums = target.values();
        for (int i = 0; i < count; i++) {
            sums.put(to + i, Math.fma(source.values().get(from + i), factor, sums.get(to + i)));
        }
    }

    @Override
    public void largest(Floats source, int[] starts, Floats target, int to, int count) {
        for (int i = 0; i < count; i++) {
            target.values().put(to + i, largest(source, starts, i));
        }
    }

    private static float largest(Floats source, int[] starts, int i) {
        float most = source.values().get(starts[0] + i);
        for (int pixel = 1; pixel < starts.length; pixel++) {
            most = Math.max(most, source.values().get(starts[pixel] + i));
        }
        return most;
    }

    @Override
    public void toLargest(Floats source, int[] starts, Floats deltas, int from, Floats target, int count, boolean add) {
        FloatBuffer results = target.values();
        for (int i = 0; i < count; i++) {
            float most = largest(source, starts, i);
            float delta = deltas.values().get(from + i);
            for (int start : starts) {
                boolean hit = source.values().get(start + i) == most;
                float here = hit ? delta : 0;
                results.put(start + i, add ? results.get(start + i) + here : here);
                delta = hit ? 0 : delta;
            }
        }
    }
}
