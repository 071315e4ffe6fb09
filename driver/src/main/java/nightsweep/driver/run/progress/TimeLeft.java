package nightsweep.driver.run.progress;

import java.util.OptionalLong;

/** How long a run still takes, from how estimates have turned out so far. */
final class TimeLeft {
    private TimeLeft() {}

    /**
     * Milliseconds until the end; empty until a trial has ended, and while there is no slot.
     *
     * @param finishedEstimate what the trials that ended since the start were estimated to take
     * @param remainingEstimate what the others are estimated to take, those under way included
     * @param slotMillis since the first of them was started, each slot's time counted
     * @param slots just now
     */
    public static OptionalLong millis(double finishedEstimate, double remainingEstimate, double slotMillis, int slots) {
        return finishedEstimate > 0 && slots > 0
                ? OptionalLong.of(Math.round(slotMillis * remainingEstimate / finishedEstimate / slots))
                : OptionalLong.empty();
    }
}
