package nightsweep.worker.training;

import java.time.InstantSource;
import nightsweep.experiments.outcome.Timing;

/** Adds up where the time of a trial goes. Used by one thread; what others read of it may lag behind. */
public final class Stopwatch {
    private final InstantSource clock;
    private final long startedMillis;
    private long trainMillis;
    private long evaluateMillis;
    private long steps;
    private int resumedEpochs;

    /** Starts it. */
    public Stopwatch(InstantSource clock) {
        this.clock = clock;
        this.startedMillis = clock.millis();
    }

    /** Now, in milliseconds since 1970. */
    long now() {
        return clock.millis();
    }

    void trained(long sinceMillis) {
        trainMillis += clock.millis() - sinceMillis;
    }

    void evaluated(long sinceMillis) {
        evaluateMillis += clock.millis() - sinceMillis;
    }

    void stepped() {
        steps++;
    }

    /** So many epochs had been finished by an attempt before. */
    void resumed(int epochs) {
        resumedEpochs = epochs;
    }

    /** Where the time has gone so far. */
    public Timing timing(String host) {
        return new Timing(host, startedMillis, trainMillis, evaluateMillis, clock.millis() - startedMillis, steps)
                .resumed(resumedEpochs);
    }
}
