package nightsweep.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ChecksTest {

    @Test
    void returnsWhatIsInOrder() {
        assertThat(Checks.positive("n", 1)).isEqualTo(1);
        assertThat(Checks.positive("x", Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
        assertThat(Checks.notNegative("n", 0)).isZero();
        assertThat(Checks.notNegative("x", 0.0)).isZero();
        assertThat(Checks.finite("x", -Double.MAX_VALUE)).isEqualTo(-Double.MAX_VALUE);
        assertThat(Checks.fraction("x", 0)).isZero();
        assertThat(Checks.fraction("x", Math.nextDown(1.0))).isLessThan(1);
    }

    @Test
    void saysWhatWasExpectedAndWhatWasFound() {
        refuses(() -> Checks.positive("n", 0), "n must be positive, but got 0.");
        refuses(() -> Checks.positive("x", 0.0), "x must be positive, but got 0.0.");
        refuses(() -> Checks.positive("x", Double.NaN), "x must be positive, but got NaN.");
        refuses(() -> Checks.positive("x", Double.POSITIVE_INFINITY), "x must be positive, but got Infinity.");
        refuses(() -> Checks.notNegative("n", -1), "n must not be negative, but got -1.");
        refuses(() -> Checks.notNegative("x", Double.NaN), "x must not be negative, but got NaN.");
        refuses(() -> Checks.finite("x", Double.NEGATIVE_INFINITY), "x must be a finite number, but got -Infinity.");
        refuses(() -> Checks.fraction("x", 1), "x must be 0 or more and below 1, but got 1.0.");
        refuses(() -> Checks.fraction("x", Double.NaN), "x must be 0 or more and below 1, but got NaN.");
    }

    private static void refuses(ThrowingCallable check, String message) {
        assertThatIllegalArgumentException().isThrownBy(check).withMessage(message);
    }
}
