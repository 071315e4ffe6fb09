package nightsweep.worker.dataset.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nightsweep.experiments.dataset.ImageSize;
import nightsweep.worker.dataset.random.RandomNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BilinearTest {
    @Test
    void looksBetweenTheCentresOfPixels() {
        byte[] plane = {0, (byte) 255};

        assertThat(new Bilinear(2, 1, new ImageSize(4, 1)).of(plane)).containsExactly(0, 64, 191, 255);
        assertThat(new Bilinear(1, 2, new ImageSize(1, 4)).of(plane)).containsExactly(0, 64, 191, 255);
    }

    @Test
    void takesOnePixelInThreeWhereItIsAskedForAThird() {
        byte[] plane = {1, 2, 3, 4, 5, 6};

        assertThat(new Bilinear(6, 1, new ImageSize(2, 1)).of(plane)).containsExactly(2, 5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void leavesAPictureOfTheSameSizeAsItIs(long seed) {
        Picture picture = Picture.drawn(seed);

        byte[] same = picture.resized(new ImageSize(picture.width, picture.height));

        assertThat(same).isEqualTo(picture.plane);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void differsByOneAtMostFromTheFormulaInDoublePrecision(long seed) {
        Picture picture = Picture.drawn(seed);
        RandomNumbers random = RandomNumbers.of(seed, 1);
        ImageSize size = new ImageSize(1 + random.below(40), 1 + random.below(40));

        byte[] resized = picture.resized(size);

        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                double exact = picture.at(
                        (column + 0.5) * picture.width / size.width() - 0.5,
                        (row + 0.5) * picture.height / size.height() - 0.5);
                assertThat((double) (resized[row * size.width() + column] & 0xff))
                        .isBetween(exact - 1.01, exact + 1.01);
            }
        }
    }

    @Test
    void refusesAPlaneOfAnotherSize() {
        Bilinear bilinear = new Bilinear(3, 2, new ImageSize(1, 1));

        assertThatThrownBy(() -> bilinear.of(new byte[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("5 values are no plane of 3x2 pixels.");
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Picture(int width, int height, byte[] plane) {
        static Picture drawn(long seed) {
            RandomNumbers random = RandomNumbers.of(seed, 0);
            int width = 1 + random.below(30);
            int height = 1 + random.below(30);
            byte[] plane = new byte[width * height];
            for (int i = 0; i < plane.length; i++) {
                plane[i] = (byte) random.below(256);
            }
            return new Picture(width, height, plane);
        }

        byte[] resized(ImageSize size) {
            return new Bilinear(width, height, size).of(plane);
        }

        double at(double x, double y) {
            double right = x - Math.floor(x);
            double below = y - Math.floor(y);
            int left = (int) Math.floor(x);
            int top = (int) Math.floor(y);
            return (1 - below) * ((1 - right) * pixel(left, top) + right * pixel(left + 1, top))
                    + below * ((1 - right) * pixel(left, top + 1) + right * pixel(left + 1, top + 1));
        }

        private int pixel(int x, int y) {
            int column = Math.max(0, Math.min(x, width - 1));
            int row = Math.max(0, Math.min(y, height - 1));
            return plane[row * width + column] & 0xff;
        }
    }
}
