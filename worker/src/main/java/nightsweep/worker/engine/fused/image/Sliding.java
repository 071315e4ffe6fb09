package nightsweep.worker.engine.fused.image;

import nightsweep.experiments.network.Shape;
import nightsweep.experiments.network.Window;

/**
 * A window that moves over images.
 *
 * @param planes the images
 * @param height places from top to bottom
 * @param width places from left to right
 */
public record Sliding(Shape.Planes planes, Window window, int height, int width) {

    /** The places of a window that fits. */
    public static Sliding of(Shape.Planes planes, Window window) {
        return new Sliding(planes, window, window.places(planes.height()), window.places(planes.width()));
    }

    /** Places in an image. */
    public int places() {
        return Math.multiplyExact(height, width);
    }

    /** Pixels of an image. */
    public int pixels() {
        return planes.height() * planes.width();
    }

    /** The uppermost pixel row under the window at a place, negative where that lies above the image. */
    public int top(int place) {
        return place * window.stride() - before(planes.height(), height);
    }

    /** The leftmost pixel column under the window at a place, negative where that lies beside the image. */
    public int left(int place) {
        return place * window.stride() - before(planes.width(), width);
    }

    /** Whether the window is within the image there. */
    public boolean within(int top, int left) {
        return top >= 0
                && left >= 0
                && top + window.size() <= planes.height()
                && left + window.size() <= planes.width();
    }

    /** What is missing before the first pixel; of an odd number missing, the greater part is after the last. */
    private int before(int pixels, int places) {
        return switch (window.padding()) {
            case VALID -> 0;
            case SAME -> Math.max(0, (places - 1) * window.stride() + window.size() - pixels) / 2;
        };
    }
}
