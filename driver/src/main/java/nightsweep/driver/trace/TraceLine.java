package nightsweep.driver.trace;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import nightsweep.worker.trace.TracedValue;

/**
 * A number of a training step and, where somebody published it, what they published.
 *
 * @param source of the published number; empty where there is none
 * @param note what is remarkable about it; may be empty
 */
public record TraceLine(TracedValue traced, Optional<BigDecimal> published, String source, String note) {
    /** Apart by no more than this share of a double's last digit, two computations agree. */
    private static final int ROUNDINGS = 4;

    /** Ours less the published number; empty where there is none or ours is not finite. */
    public Optional<BigDecimal> difference() {
        double ours = traced.value();
        return Double.isFinite(ours)
                ? published.map(value -> new BigDecimal(ours).subtract(value).round(MathContext.DECIMAL64))
                : Optional.empty();
    }

    /** Whether they are less than one unit of the last published digit apart, rounded or cut off; false without one. */
    public boolean agrees() {
        BigDecimal allowed = BigDecimal.valueOf(ROUNDINGS * Math.ulp(traced.value()));
        return difference()
                .filter(difference ->
                        difference.abs().compareTo(published.orElseThrow().ulp().max(allowed)) < 0)
                .isPresent();
    }
}
