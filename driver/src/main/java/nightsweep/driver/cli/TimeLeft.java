package nightsweep.driver.cli;

import java.util.OptionalLong;

/** How long a run still takes, from how estimates have turned out so far. */
public final class TimeLeft {
    private TimeLeft() {}

    /**
     * Milliseconds until the end; empty until a trial has ended.
     *
     * @param finishedEstimate what the trials that ended since the start were estimated to take
     * @param remainingEstimate what the others are estimated to take, those under way included
     * @param elapsedMillis since the first of them was started
     */
    public static OptionalLong millis(double finishedEstimate, double remainingEstimate, long elapsedMillis) {
        return finishedEstimate > 0
                ? OptionalLong.of(Math.round(elapsedMillis * remainingEstimate / finishedEstimate))
                : OptionalLong.empty();
    }
}
