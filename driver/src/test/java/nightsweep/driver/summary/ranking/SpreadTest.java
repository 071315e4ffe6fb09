package nightsweep.driver.summary.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void takesTheSampleDeviation() {
        Spread spread = Spread.of(DoubleStream.of(2, 4, 4, 4, 5, 5, 7, 9));

        assertThat(spread.mean()).isEqualTo(5);
        assertThat(spread.deviation()).isEqualTo(Math.sqrt(32.0 / 7), within(1e-15));
        assertThat(spread.least()).isEqualTo(2);
        assertThat(spread.greatest()).isEqualTo(9);
        assertThat(spread.n()).isEqualTo(8);
    }

    @Test
    void hasNoDeviationOfOne() {
        Spread spread = Spread.of(DoubleStream.of(0.3));

        assertThat(spread.mean()).isEqualTo(0.3);
        assertThat(spread.deviation()).isNaN();
    }

    @Test
    void isUndefinedOfNone() {
        assertThat(Spread.of(DoubleStream.empty()))
                .isEqualTo(new Spread(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0));
    }

    @Test
    void findsNoSpreadAmongEqualNumbers() {
        Spread spread = Spread.of(DoubleStream.of(0.1, 0.1, 0.1));

        assertThat(spread.mean()).isEqualTo(0.1);
        assertThat(spread.deviation()).isZero();
    }

    @Test
    void hasNoMeanWhereANumberIsMissing() {
        assertThat(Spread.of(DoubleStream.of(0.1, Double.NaN)).mean()).isNaN();
    }
}
