package nightsweep.experiments.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;

class NormalTest {
    @Test
    void liesOnTheDistribution() {
        for (double x = -9; x <= 9; x += 0.00371) {
            assertThat(Normal.below(x)).isCloseTo(0.5 * Erf.erfc(-x / Math.sqrt(2)), within(1e-9));
        }
        assertThat(Normal.below(-5.003) / (0.5 * Erf.erfc(5.003 / Math.sqrt(2))))
                .isCloseTo(1, within(1e-6));
        assertThat(Normal.between(1, 2)).isCloseTo(Normal.between(-2, -1), within(1e-15));
    }
}
