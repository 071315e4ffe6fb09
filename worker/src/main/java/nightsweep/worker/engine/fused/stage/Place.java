package nightsweep.worker.engine.fused.stage;

import java.util.ArrayList;
import java.util.List;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.Shape;
import nightsweep.worker.engine.fused.memory.Floats;
import nightsweep.worker.engine.fused.memory.Panels;

/**
 * Where a stage's numbers stand in the arrays of parameters: one part after another, each on whole vectors.
 *
 * @param moved past the last part that an optimizer moves; what is kept comes after it
 */
public record Place(int start, int moved, int end, List<Part> parts) {

    /** How a part moves in a step. */
    public enum Use {
        /** By its gradient, with the penalties of weights. */
        WEIGHTS,
        /** By its gradient, with the penalties of biases. */
        BIASES,
        /** By its gradient, free of penalties. */
        FREE,
        /** Not at all: biases of a layer without. */
        STILL,
        /** By the stage itself, while it trains. */
        KEPT
    }

    /** Numbers that are used alike. */
    public record Part(Use use, int from, int to) {
        Floats of(Floats slab) {
            return slab.slice(from, to - from);
        }
    }

    /** Weights in panels, then biases. */
    public static Place weighted(int start, LayerSpec.Weighted layer, Shape incoming) {
        return new Builder(start)
                .add(Use.WEIGHTS, Panels.size(layer.fanIn(incoming), layer.units()))
                .add(layer.biased() ? Use.BIASES : Use.STILL, Floats.padded(layer.units()))
                .build();
    }

    /** Scales, shifts, kept means and kept variances. */
    public static Place normalized(int start, int features) {
        int count = Floats.padded(features);
        return new Builder(start)
                .add(Use.FREE, count)
                .add(Use.FREE, count)
                .add(Use.KEPT, count)
                .add(Use.KEPT, count)
                .build();
    }

    private static final class Builder {
        private final int start;
        private final List<Part> parts = new ArrayList<>();
        private int moved;
        private int end;

        Builder(int start) {
            this.start = start;
            moved = start;
            end = start;
        }

        Builder add(Use use, int count) {
            int from = end;
            end = Math.addExact(end, count);
            moved = use == Use.KEPT ? moved : end;
            parts.add(new Part(use, from, end));
            return this;
        }

        Place build() {
            return new Place(start, moved, end, List.copyOf(parts));
        }
    }
}
