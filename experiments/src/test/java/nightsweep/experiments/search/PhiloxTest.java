package nightsweep.experiments.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhiloxTest {
    /** The known answers of the authors' Random123. */
    @Test
    void givesTheKnownAnswers() {
        assertThat(Philox.words(new int[4], new int[2]))
                .containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
        assertThat(Philox.words(new int[] {-1, -1, -1, -1}, new int[] {-1, -1}))
                .containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
        assertThat(Philox.words(
                        new int[] {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, new int[] {0xa4093822, 0x299f31d0}))
                .containsExactly(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
    }

    @Test
    void drawsDependOnSeedNumberAndStream() {
        double first = Draws.of(1, 1).nextDouble();

        assertThat(Draws.of(1, 1).nextDouble()).isEqualTo(first);
        assertThat(Draws.of(2, 1).nextDouble()).isNotEqualTo(first);
        assertThat(Draws.of(1L << 40, 1).nextDouble())
                .isNotEqualTo(Draws.of(0, 1).nextDouble());
        assertThat(Draws.of(1, 2).nextDouble()).isNotEqualTo(first);
        assertThat(Draws.of(1, 1, 1).nextDouble()).isNotEqualTo(first);
    }

    @Test
    void gaussianNumbersHaveTheirMoments() {
        Draws draws = Draws.of(7, 1);
        int count = 20_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double x = draws.nextGaussian();
            sum += x;
            squares += x * x;
        }

        assertThat(sum / count).isBetween(-0.03, 0.03);
        assertThat(squares / count).isBetween(0.96, 1.04);
    }
}
