package nightsweep.worker.engine.fused.kernel;

import java.nio.FloatBuffer;
import nightsweep.worker.engine.DropoutMask;
import nightsweep.worker.engine.fused.memory.Floats;
import nightsweep.worker.engine.fused.memory.Matrix;

/** The dropout of one layer for the rows at hand: what each value is multiplied by, 0 where it is dropped. */
public final class Drops {
    private final DropoutMask mask;
    private final Matrix factors;
    private final int pixels;
    private final float[] drawn;

    /**
     * Drops nothing until drawn.
     *
     * @param like a matrix as large and laid out as those that values are dropped from
     * @param pixels rows of it for each example, whose values are numbered column by column; 1 but for images
     */
    public Drops(DropoutMask mask, Matrix like, int pixels) {
        this.mask = mask;
        this.pixels = pixels;
        factors = new Matrix(Floats.zeros(like.rows() * like.stride()), like.rows(), like.columns(), like.stride());
        drawn = new float[like.columns() * pixels];
    }

    /** Laid out as the values. */
    public Matrix factors() {
        return factors;
    }

    /**
     * Draws the factors of a step.
     *
     * @param first the place of the first example at hand among the examples of the step, from 0
     */
    public void draw(long step, int first, int examples) {
        FloatBuffer out = factors.floats().values();
        for (int example = 0; example < examples; example++) {
            mask.fill(step, (long) (first + example) * drawn.length, drawn.length, drawn);
            if (pixels == 1) {
                out.put(example * factors.stride(), drawn);
            } else {
                spread(out, example * pixels * factors.stride());
            }
        }
    }

    private void spread(FloatBuffer out, int start) {
        for (int pixel = 0; pixel < pixels; pixel++) {
            for (int channel = 0; channel < factors.columns(); channel++) {
                out.put(start + pixel * factors.stride() + channel, drawn[channel * pixels + pixel]);
            }
        }
    }
}
