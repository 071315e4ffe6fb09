package nightsweep.driver.report.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import nightsweep.experiments.outcome.EpochMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurveTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 59, 60, 61, 150, 1_000, 12_345})
    void keepsTheFirstTheLastAndTheTurningPoint(int epochs) {
        int turn = Math.max(1, epochs * 2 / 3);

        Curve curve = Curve.of(valley(epochs, turn));

        assertThat(curve.turn()).isEqualTo(turn);
        assertThat(curve.epochs())
                .hasSizeLessThanOrEqualTo(62)
                .contains(1, turn, epochs)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(curve.validationLoss()).hasSameSizeAs(curve.epochs());
    }

    @Test
    void hasNoTurningPointWithoutValidation() {
        Curve curve = Curve.of(List.of(new EpochMetrics(1, 0.5, 0.5, Double.NaN, Double.NaN)));

        assertThat(curve.turn()).isZero();
        assertThat(curve.validationLoss()).isNull();
    }

    private static List<EpochMetrics> valley(int epochs, int turn) {
        return IntStream.rangeClosed(1, epochs)
                .mapToObj(epoch -> new EpochMetrics(epoch, 1.0 / epoch, 0.5, 1 + Math.abs(epoch - turn), 0.5))
                .toList();
    }
}
