package nightsweep.worker.dataset.plane;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DataSource.Shape;
import nightsweep.worker.dataset.source.Decoded;
import nightsweep.worker.dataset.source.Features;
import nightsweep.worker.dataset.source.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlaneSourceTest {
    @ParameterizedTest
    @CsvSource({"CIRCLE, 2665408589", "XOR, 4162943264", "GAUSS, 3487397623", "SPIRAL, 408375976"})
    void drawsTheSameOnEveryMachine(Shape shape, long crc) {
        assertThat(crc(plane(shape, 0.1).train())).isEqualTo(crc);
    }

    @ParameterizedTest
    @EnumSource
    void drawsBothClassesEquallyOften(Shape shape) {
        DataSource.Plane plane = new DataSource.Plane(shape, 251, 100, 0.5, 1);

        Decoded decoded = new PlaneSource(plane).read();

        assertThat(decoded.labels()).containsExactly("-1", "1");
        assertThat(decoded.train().counts(2)).containsExactly(126, 125);
        assertThat(decoded.test().counts(2)).containsExactly(50, 50);
        assertThat(new PlaneSource(plane).outline().trainCounts()).containsExactly(126, 125);
    }

    @Test
    void drawsACircleInARing() {
        Selection circle = plane(Shape.CIRCLE, 0).train();

        for (int i = 0; i < circle.size(); i++) {
            double radius = Math.hypot(x(circle, i), y(circle, i));
            if (circle.label(i) == 1) {
                assertThat(radius).isBetween(0.0, 2.5001);
            } else {
                assertThat(radius).isBetween(3.4999, 5.0001);
            }
        }
    }

    @Test
    void drawsOppositeQuadrants() {
        Selection xor = plane(Shape.XOR, 0).train();

        for (int i = 0; i < xor.size(); i++) {
            assertThat(x(xor, i) * y(xor, i) > 0).isEqualTo(xor.label(i) == 1);
            assertThat(Math.abs(x(xor, i))).isBetween(0.2999, 5.3001);
            assertThat(Math.abs(y(xor, i))).isBetween(0.2999, 5.3001);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5", "0.5, 4"})
    void drawsCloudsOfTheVarianceThatNoiseGives(double noise, double variance) {
        Selection gauss = new PlaneSource(new DataSource.Plane(Shape.GAUSS, 20_000, 2, noise, 3))
                .read()
                .train();
        double[] sums = new double[2];
        double squares = 0;

        for (int i = 0; i < gauss.size(); i++) {
            int centre = gauss.label(i) == 1 ? 2 : -2;
            sums[gauss.label(i)] += x(gauss, i) + y(gauss, i);
            squares += Math.pow(x(gauss, i) - centre, 2) + Math.pow(y(gauss, i) - centre, 2);
        }

        assertThat(sums[0] / 20_000).isBetween(-2.06, -1.94);
        assertThat(sums[1] / 20_000).isBetween(1.94, 2.06);
        assertThat(squares / 40_000).isBetween(variance * 0.96, variance * 1.04);
    }

    @Test
    void drawsSpiralsOppositeToEachOther() {
        Decoded spiral = plane(Shape.SPIRAL, 0);

        for (Selection part : new Selection[] {spiral.train(), spiral.test()}) {
            for (int i = 0; i < part.size(); i++) {
                double radius = Math.hypot(x(part, i), y(part, i));
                double angle = 1.75 * 2 * Math.PI * radius / 5 + (part.label(i) == 1 ? 0 : Math.PI);
                assertThat(x(part, i)).isBetween(radius * Math.sin(angle) - 1e-4, radius * Math.sin(angle) + 1e-4);
                assertThat(y(part, i)).isBetween(radius * Math.cos(angle) - 1e-4, radius * Math.cos(angle) + 1e-4);
            }
        }
    }

    @Test
    void takesSomePointsForTheOtherSideWithNoise() {
        Selection circle = plane(Shape.CIRCLE, 0.3).train();
        int strayed = 0;

        for (int i = 0; i < circle.size(); i++) {
            boolean inside = Math.hypot(x(circle, i), y(circle, i)) < 2.5001;
            strayed += inside == (circle.label(i) == 1) ? 0 : 1;
        }

        assertThat(strayed).isBetween(5, 100);
    }

    private static Decoded plane(Shape shape, double noise) {
        return new PlaneSource(new DataSource.Plane(shape, 250, 250, noise, 42)).read();
    }

    private static double x(Selection points, int i) {
        return points.stored().features().at(2 * i);
    }

    private static double y(Selection points, int i) {
        return points.stored().features().at(2 * i + 1);
    }

    private static long crc(Selection points) {
        float[] values = ((Features.Floats) points.stored().features()).values();
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        crc.update(points.stored().labels());
        return crc.getValue();
    }
}
