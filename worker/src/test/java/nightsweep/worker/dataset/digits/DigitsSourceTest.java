package nightsweep.worker.dataset.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.worker.dataset.source.Decoded;
import nightsweep.worker.dataset.source.Features;
import nightsweep.worker.dataset.source.Selection;
import org.junit.jupiter.api.Test;

class DigitsSourceTest {
    private static final int PIXELS = 28 * 28;

    @Test
    void drawsTheSameOnEveryMachine() {
        Decoded decoded = digits(200, 0.1, 1, 42);

        assertThat(crc(decoded.train())).isEqualTo(3485240638L);
        assertThat(crc(decoded.test())).isEqualTo(1327244910L);
    }

    @Test
    void drawsEachDigitEquallyOftenInRandomOrder() {
        Decoded decoded = digits(205, 0.1, 1, 42);

        assertThat(decoded.train().counts(10)).containsExactly(21, 21, 21, 21, 21, 20, 20, 20, 20, 20);
        assertThat(decoded.outline().trainCounts())
                .isEqualTo(new DigitsSource(new DataSource.Digits(205, 205, 0.1, 1, 42))
                        .outline()
                        .trainCounts());
        assertThat(Arrays.copyOf(decoded.train().stored().labels(), 20))
                .isNotEqualTo(Arrays.copyOf(decoded.test().stored().labels(), 20));
    }

    @Test
    void drawsOthersWithANeighbouringSeed() {
        Decoded one = digits(20, 0.1, 1, 42);
        Decoded next = digits(20, 0.1, 1, 43);

        assertThat(crc(next.train())).isNotEqualTo(crc(one.train())).isNotEqualTo(crc(one.test()));
    }

    @Test
    void drawsInkOnEmptyPaper() {
        Decoded decoded = digits(100, 0, 1, 7);

        for (int image = 0; image < 100; image++) {
            int inked = 0;
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                inked += decoded.train().stored().features().at(image * PIXELS + pixel) > 127 ? 1 : 0;
            }
            assertThat(inked).isBetween(15, 250);
        }
    }

    @Test
    void repeatsItselfOnlyUndistorted() {
        assertThat(differentImages(digits(300, 0, 0, 7))).isBetween(20, 27);
        assertThat(differentImages(digits(300, 0, 1, 7))).isEqualTo(300);
    }

    @Test
    void addsNoiseOfTheDeviationAskedFor() {
        Selection clean = digits(50, 0, 0, 7).train();
        Selection noisy = digits(50, 0.1, 0, 7).train();
        double squares = 0;
        int inside = 0;

        for (int i = 0; i < PIXELS; i++) {
            // The first image is drawn before any noise is, so both are the same but for it.
            float ink = clean.stored().features().at(i);
            float seen = noisy.stored().features().at(i);
            if (ink > 100 && ink < 155) {
                squares += (seen - ink) * (seen - ink);
                inside++;
            }
        }

        assertThat(inside).isGreaterThan(3);
        assertThat(Math.sqrt(squares / inside)).isBetween(8.0, 50.0);
    }

    @Test
    void isHarderTheMoreItIsDistorted() {
        double plain = accuracyOfNearestMean(digits(1000, 0.1, 0, 3));
        double careful = accuracyOfNearestMean(digits(1000, 0.1, 1, 3));
        double careless = accuracyOfNearestMean(digits(1000, 0.1, 2, 3));

        assertThat(plain).isGreaterThan(0.98);
        assertThat(careful).isBetween(0.6, 0.95);
        assertThat(careless).isBetween(0.2, careful - 0.05);
    }

    private static double accuracyOfNearestMean(Decoded decoded) {
        float[][] means = new float[10][PIXELS];
        Features train = decoded.train().stored().features();
        for (int i = 0; i < decoded.train().size(); i++) {
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                means[decoded.train().label(i)][pixel] +=
                        train.at(i * PIXELS + pixel) / decoded.train().size() * 10;
            }
        }
        Features test = decoded.test().stored().features();
        int right = 0;
        for (int i = 0; i < decoded.test().size(); i++) {
            int nearest = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int digit = 0; digit < 10; digit++) {
                double distance = 0;
                for (int pixel = 0; pixel < PIXELS; pixel++) {
                    double away = test.at(i * PIXELS + pixel) - means[digit][pixel];
                    distance += away * away;
                }
                if (distance < least) {
                    least = distance;
                    nearest = digit;
                }
            }
            right += nearest == decoded.test().label(i) ? 1 : 0;
        }
        return (double) right / decoded.test().size();
    }

    private static int differentImages(Decoded decoded) {
        byte[] pixels = ((Features.Bytes) decoded.train().stored().features()).values();
        return (int) IntStream.range(0, decoded.train().size())
                .mapToObj(i -> new String(pixels, i * PIXELS, PIXELS, StandardCharsets.ISO_8859_1))
                .distinct()
                .count();
    }

    private static long crc(Selection selection) {
        CRC32 crc = new CRC32();
        crc.update(((Features.Bytes) selection.stored().features()).values());
        crc.update(selection.stored().labels());
        return crc.getValue();
    }

    private static Decoded digits(int images, double noise, double distortion, long seed) {
        return new DigitsSource(new DataSource.Digits(images, images, noise, distortion, seed)).read();
    }
}
