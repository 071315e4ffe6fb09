package nightsweep.experiments.search.space;

/**
 * The places from which one value is taken.
 *
 * @param low from 0
 * @param high up to 1; equal to {@code low} for a value of a continuous range
 */
public record Cell(double low, double high) {
    /** Whether the values near it are as many as one likes. */
    public boolean isPoint() {
        return low == high;
    }
}
