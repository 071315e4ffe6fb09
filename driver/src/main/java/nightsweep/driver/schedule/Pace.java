package nightsweep.driver.schedule;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many turns ended lately. */
final class Pace {
    private static final Duration LATELY = Duration.ofMillis(250);

    /** More are not counted. */
    private static final int MOST = 64;

    private final Deque<Long> ends = new ArrayDeque<>();

    /** One has ended. */
    void ended(long nanos) {
        ends.add(nanos);
        if (ends.size() > MOST) {
            ends.remove();
        }
    }

    /** How many ended in the last quarter of a second, but for one: 0 where trials take their time, at most 63. */
    int lately(long nanos) {
        while (!ends.isEmpty() && nanos - ends.peek() > LATELY.toNanos()) {
            ends.remove();
        }
        return Math.max(0, ends.size() - 1);
    }
}
