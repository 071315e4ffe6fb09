package nightsweep.worker.dataset.digits;

import java.util.List;
import java.util.stream.IntStream;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.worker.dataset.random.RandomNumbers;
import nightsweep.worker.dataset.source.Decoded;
import nightsweep.worker.dataset.source.ExampleSource;
import nightsweep.worker.dataset.source.Features;
import nightsweep.worker.dataset.source.Outline;
import nightsweep.worker.dataset.source.Selection;
import nightsweep.worker.dataset.source.Stored;

/**
 * Grey images of the ten digits, equally many of each in random order (of the first digits one more where the number is
 * no multiple of ten).
 */
public record DigitsSource(DataSource.Digits digits) implements ExampleSource {
    private static final int CLASSES = 10;
    private static final int PIXELS = Canvas.SIDE * Canvas.SIDE;
    private static final List<Integer> SHAPE = List.of(Canvas.SIDE, Canvas.SIDE);
    private static final List<String> LABELS =
            IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList();

    @Override
    public Outline outline() {
        return new Outline(LABELS, SHAPE, counts(digits.train()), counts(digits.test()), List.of());
    }

    private static int[] counts(int images) {
        return IntStream.range(0, CLASSES)
                .map(digit -> (images + CLASSES - 1 - digit) / CLASSES)
                .toArray();
    }

    @Override
    public Decoded read() {
        return new Decoded(LABELS, SHAPE, images(digits.train(), 0), images(digits.test(), 1));
    }

    private Selection images(int images, int purpose) {
        RandomNumbers random = RandomNumbers.of(digits.seed(), purpose);
        int[] order = IntStream.range(0, images).map(i -> i % CLASSES).toArray();
        random.shuffle(order);
        byte[] pixels = new byte[Math.multiplyExact(images, PIXELS)];
        byte[] labels = new byte[images];
        Canvas canvas = new Canvas();
        for (int i = 0; i < images; i++) {
            labels[i] = (byte) order[i];
            Hand hand = Hand.draw(digits.distortion(), random);
            write(order[i], hand, canvas, random);
            canvas.write(pixels, i * PIXELS, hand.penRadius(), digits.noise(), random);
        }
        return new Stored(new Features.Bytes(pixels), labels, PIXELS).all();
    }

    private static void write(int digit, Hand hand, Canvas canvas, RandomNumbers random) {
        canvas.clear();
        List<Glyph> ways = Glyphs.of(digit);
        Glyph glyph = ways.get(random.below(ways.size()));
        for (List<Glyph.Point> stroke : glyph.strokes()) {
            double[][] points = hand.points(stroke, random);
            int from = 0;
            for (int i = 1; i < points.length; i++) {
                if (stroke.get(i).turn() == Glyph.Turn.CORNER || i == points.length - 1) {
                    canvas.draw(points, from, i, hand.penRadius() + 1);
                    from = i;
                }
            }
        }
    }
}
