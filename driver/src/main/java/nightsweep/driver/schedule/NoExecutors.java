package nightsweep.driver.schedule;

import java.time.Duration;
import java.util.Optional;

/** What is told while no executor is there: after a minute, and then at growing intervals, for ever. */
final class NoExecutors {
    private static final Duration FIRST = Duration.ofSeconds(60);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private long sinceNanos;
    private Duration next = FIRST;
    private boolean seen;

    /** @param nanos now, from an arbitrary moment */
    NoExecutors(long nanos) {
        this.sinceNanos = nanos;
    }

    /**
     * Looks how it is; called every second or so.
     *
     * @param request what the cluster was asked for
     * @return a sentence, where it is time for one
     */
    Optional<String> look(long nanos, int slots, String request) {
        if (slots > 0) {
            seen = true;
            sinceNanos = nanos;
            next = FIRST;
            return Optional.empty();
        }
        Duration waited = Duration.ofNanos(nanos - sinceNanos);
        if (waited.compareTo(next) < 0) {
            return Optional.empty();
        }
        Duration doubled = waited.multipliedBy(2);
        next = doubled.compareTo(waited.plus(LONGEST)) < 0 ? doubled : waited.plus(LONGEST);
        return Optional.of("waiting for executors: " + (seen ? "none left for " : "none yet after ") + words(waited)
                + ", " + request + ". Look whether the cluster has as many cores and as much memory free, and its queue"
                + " room; the run goes on as soon as one comes.");
    }

    private static String words(Duration waited) {
        return waited.toMinutes() < 2 ? waited.toSeconds() + " s" : waited.toMinutes() + " min";
    }
}
