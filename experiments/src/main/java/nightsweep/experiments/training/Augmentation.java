package nightsweep.experiments.training;

import nightsweep.experiments.Named;

/**
 * How training pictures are changed at random, each time that one is shown. Every change is drawn evenly and by itself.
 *
 * @param shift in each direction, up to this share of the picture's width or height either way, in [0, 1]
 * @param rotate up to so many degrees either way, in [0, 180]
 * @param zoom each side by a factor within 1 - zoom..1 + zoom, in [0, 0.99]
 * @param shear up to so many degrees either way that uprights lean, in [0, 80]
 * @param flip mirrored or not, with even chances
 */
public record Augmentation(double shift, double rotate, double zoom, double shear, Flip flip) {
    /** Pictures as they are. */
    public static final Augmentation NONE = new Augmentation(0, 0, 0, 0, Flip.NONE);

    private static final double MOST_ZOOM = 0.99;

    public Augmentation {
        within("shift", shift, 1);
        within("rotate", rotate, 180);
        within("zoom", zoom, MOST_ZOOM);
        within("shear", shear, 80);
    }

    private static void within(String name, double value, double most) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException(name + " must be within 0.." + most + ", but got " + value + ".");
        }
    }

    /** Along which directions pictures are mirrored. */
    public enum Flip implements Named {
        NONE("none"),
        /** Left and right change places. */
        HORIZONTAL("horizontal"),
        /** Top and bottom change places. */
        VERTICAL("vertical"),
        /** Each by itself. */
        BOTH("both");

        private final String label;

        Flip(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }

        public boolean leftToRight() {
            return this == HORIZONTAL || this == BOTH;
        }

        public boolean topToBottom() {
            return this == VERTICAL || this == BOTH;
        }
    }
}
