package nightsweep.worker.dataset.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import nightsweep.experiments.training.Augmentation;
import nightsweep.experiments.training.Augmentation.Flip;
import nightsweep.worker.dataset.Distortion;
import nightsweep.worker.dataset.random.RandomNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AugmentedTest {
    private static final List<Integer> SHAPE = List.of(3, 9, 12);
    private static final int VALUES = 3 * 9 * 12;
    private static final Augmentation ALL = new Augmentation(0.2, 40, 0.2, 20, Flip.BOTH);

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 20);
    }

    @Test
    void leavesPicturesAloneWhereNothingIsWanted() {
        assertThat(Augmented.of(Augmentation.NONE, SHAPE, 1, 0)).isEmpty();
        assertThat(Augmented.of(Augmentation.NONE, List.of(4), 1, 0)).isEmpty();
    }

    @Test
    void refusesWhatIsNoPicture() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Augmented.of(ALL, List.of(4), 1, 0))
                .withMessage("Augmentation is for pictures, but examples have the shape [4].");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void changesNothingByNothing(int seed) {
        float[] picture = picture(seed);

        assertThat(warped(new Warp(0, 0, 0, 0, 1, 1), picture)).isEqualTo(picture);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mirrorsTwiceToWhatItWas(int seed) {
        float[] picture = picture(seed);
        Warp mirror = new Warp(0, 0, 0, 0, -1, 1);

        float[] once = warped(mirror, picture);

        assertThat(once[0]).isEqualTo(picture[11]);
        assertThat(once).isNotEqualTo(picture);
        assertThat(warped(mirror, once)).isEqualTo(picture);
    }

    @Test
    void shiftsByWholePixelsAndGoesOnWithTheEdge() {
        float[] picture = picture(1);

        float[] shifted = warped(new Warp(2, -1, 0, 0, 1, 1), picture);

        for (int channel = 0; channel < 3; channel++) {
            for (int row = 0; row < 9; row++) {
                for (int column = 0; column < 12; column++) {
                    assertThat(shifted[(channel * 9 + row) * 12 + column])
                            .isEqualTo(picture[(channel * 9 + Math.max(row - 1, 0)) * 12 + Math.min(column + 2, 11)]);
                }
            }
        }
    }

    @Test
    void turnsASquareByARightAngle() {
        float[] square = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        float[] turned = new float[9];

        new Warp(0, 0, StrictMath.PI / 2, 0, 1, 1).apply(3, 3, square, turned);

        float[] expected = {3, 6, 9, 2, 5, 8, 1, 4, 7};
        for (int i = 0; i < 9; i++) {
            assertThat(turned[i]).isBetween(expected[i] - 1e-5f, expected[i] + 1e-5f);
        }
    }

    @Test
    void leansUprights() {
        float[] upright = {0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0};
        float[] leaning = new float[15];

        new Warp(0, 0, 0, 1, 1, 1).apply(3, 5, upright, leaning);

        assertThat(leaning).containsExactly(0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0);
    }

    @Test
    void growsByLookingAtLess() {
        float[] row = {0, 10, 20, 30, 40};
        float[] grown = new float[5];

        new Warp(0, 0, 0, 0, 0.5, 1).apply(1, 5, row, grown);

        assertThat(grown).containsExactly(10, 15, 20, 25, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void interpolatesAndNeverLeavesTheRangeOfAPicture(int seed) {
        float[] picture = picture(seed);

        float[] changed = changed(ALL, seed, 0, 0, picture);

        for (float value : changed) {
            assertThat(value).isBetween(0f, 255f);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void changesAPictureTheSameWayOnlyForTheSameSeedPassAndPlace(int seed) {
        float[] picture = picture(seed);

        float[] changed = changed(ALL, seed, 3, 7, picture);

        assertThat(changed(ALL, seed, 3, 7, picture)).isEqualTo(changed).isNotEqualTo(picture);
        assertThat(changed(ALL, seed + 1, 3, 7, picture)).isNotEqualTo(changed);
        assertThat(changed(ALL, seed, 4, 7, picture)).isNotEqualTo(changed);
        assertThat(changed(ALL, seed, 3, 8, picture)).isNotEqualTo(changed);
    }

    @Test
    void drawsEvenlyWithinWhatIsWanted() {
        Augmentation wanted = new Augmentation(0.2, 40, 0.3, 20, Flip.HORIZONTAL);
        int draws = 4000;
        double[] sums = new double[6];
        int mirrored = 0;
        for (int i = 0; i < draws; i++) {
            Warp warp = Warp.drawn(wanted, 10, 20, RandomNumbers.of(5, i));
            mirrored += warp.growX() < 0 ? 1 : 0;
            double[] shares = {
                warp.shiftX() / 4,
                warp.shiftY() / 2,
                StrictMath.toDegrees(warp.radians()) / 40,
                StrictMath.toDegrees(StrictMath.atan(warp.lean())) / 20,
                (Math.abs(warp.growX()) - 1) / 0.3,
                (warp.growY() - 1) / 0.3
            };
            for (int share = 0; share < shares.length; share++) {
                assertThat(shares[share]).isBetween(-1.0000001, 1.0000001);
                sums[share] += shares[share];
            }
        }

        // The mean of so many draws has a deviation of 0.0091: four of them.
        for (double sum : sums) {
            assertThat(sum / draws).isBetween(-0.037, 0.037);
        }
        assertThat(mirrored).isBetween(draws / 2 - 127, draws / 2 + 127);
    }

    @ParameterizedTest
    @EnumSource
    void drawsTheRestAlikeWhateverIsMirrored(Flip flip) {
        Warp plain = Warp.drawn(new Augmentation(0.2, 0, 0.1, 0, Flip.NONE), 9, 12, RandomNumbers.of(1, 1));

        Warp warp = Warp.drawn(new Augmentation(0.2, 30, 0.1, 0, flip), 9, 12, RandomNumbers.of(1, 1));

        assertThat(warp.shiftX()).isEqualTo(plain.shiftX());
        assertThat(Math.abs(warp.growX())).isEqualTo(plain.growX());
        assertThat(Math.abs(warp.growY())).isEqualTo(plain.growY());
    }

    private static float[] picture(long seed) {
        RandomNumbers random = RandomNumbers.of(seed, 9);
        float[] values = new float[VALUES];
        for (int i = 0; i < VALUES; i++) {
            values[i] = random.below(256);
        }
        return values;
    }

    private static float[] warped(Warp warp, float[] picture) {
        float[] changed = new float[VALUES];
        warp.apply(9, 12, picture, changed);
        return changed;
    }

    private static float[] changed(Augmentation wanted, long seed, int pass, int stored, float[] picture) {
        Distortion distortion = Augmented.of(wanted, SHAPE, seed, pass).orElseThrow();
        float[] changed = new float[VALUES];
        distortion.apply(stored, picture, changed);
        return changed;
    }
}
