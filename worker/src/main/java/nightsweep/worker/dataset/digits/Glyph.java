package nightsweep.worker.dataset.digits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One way of writing a digit: strokes through points in a box of 100 x 100, x to the right and y downwards.
 *
 * <p>Written as {@code x,y} pairs, strokes apart by {@code ;}. A stroke is a smooth curve through its points, but for a
 * corner at each point that ends in {@code !}.
 */
record Glyph(List<List<Point>> strokes) {
    Glyph {
        strokes = strokes.stream().map(List::copyOf).toList();
    }

    record Point(double x, double y, Turn turn) {}

    /** How a stroke passes through a point. */
    enum Turn {
        SMOOTH,
        CORNER
    }

    static Glyph parse(String text) {
        List<List<Point>> strokes = new ArrayList<>();
        for (String stroke : text.split(";", -1)) {
            strokes.add(Arrays.stream(stroke.trim().split(" ", -1))
                    .map(Glyph::point)
                    .toList());
        }
        return new Glyph(strokes);
    }

    private static Point point(String text) {
        Turn turn = text.endsWith("!") ? Turn.CORNER : Turn.SMOOTH;
        String numbers = turn == Turn.CORNER ? text.substring(0, text.length() - 1) : text;
        int comma = numbers.indexOf(',');
        return new Point(
                Double.parseDouble(numbers.substring(0, comma)),
                Double.parseDouble(numbers.substring(comma + 1)),
                turn);
    }
}
