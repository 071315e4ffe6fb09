package nightsweep.driver.schedule.task;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import nightsweep.experiments.outcome.AttemptHistory;
import nightsweep.experiments.outcome.FailureReason;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.worker.TrialRunner;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * One trial in a slot: on a thread of its own, within its time, and once more with the process for itself when memory
 * ran out while it had company, for that may be another's fault.
 */
final class SlotRun {
    private static final Logger LOG = LogManager.getLogger(SlotRun.class);

    private final ProcessLock processLock;
    private final String executor;
    private final Optional<Duration> limit;
    private final Duration grace;
    private boolean left;

    /**
     * @param executor what Spark calls this process
     * @param limit of one attempt
     */
    SlotRun(ProcessLock processLock, String executor, Optional<Duration> limit, Duration grace) {
        this.processLock = processLock;
        this.executor = executor;
        this.limit = limit;
        this.grace = grace;
    }

    /** Makes attempts; each is used once. */
    interface Attempts {
        TrialRunner.Attempt next() throws IOException;
    }

    /**
     * Runs the trial.
     *
     * @param before attempts that came to nothing
     * @return its outcome, with all attempts
     * @throws InterruptedException if the caller is interrupted; the trial has been ended then
     */
    TrialOutcome outcome(Attempts attempts, AttemptHistory before) throws InterruptedException, IOException {
        TrialOutcome first;
        boolean company;
        try (ProcessLock.Stay stay = processLock.beside()) {
            first = attempted(attempts.next());
            company = stay.hadCompany();
        }
        if (!company || !ranOutOfMemory(first)) {
            return with(before, first, first.ending());
        }
        LOG.warn("Memory ran out beside other trials; once more alone.");
        TrialOutcome known = with(before, first, "out of memory beside other trials");
        try (ProcessLock.Stay stay = processLock.alone()) {
            TrialOutcome second = attempted(attempts.next());
            return with(known.timing().history(), second, second.ending());
        }
    }

    /** Whether a thread was left that cannot be ended. */
    boolean leftThread() {
        return left;
    }

    private TrialOutcome attempted(TrialRunner.Attempt attempt) throws InterruptedException {
        TrialThread<TrialOutcome> thread =
                new TrialThread<>("trial-" + attempt.id().text(), attempt::outcome, grace);
        Optional<TrialOutcome> outcome;
        try {
            outcome = thread.await(limit);
        } finally {
            left |= thread.alive();
        }
        if (outcome.isPresent()) {
            return outcome.get();
        }
        Optional<Throwable> failure = thread.failure();
        if (failure.isPresent()) {
            return attempt.failed(failure.get());
        }
        return attempt.failed(
                FailureReason.TIMED_OUT,
                "It took longer than " + limit.map(SlotRun::seconds).orElse("it was allowed") + ".");
    }

    private TrialOutcome with(AttemptHistory before, TrialOutcome outcome, String ending) {
        AttemptHistory history =
                before.and(outcome.timing().host(), executor, outcome.timing().startedMillis(), ending);
        return outcome.with(outcome.timing().with(history));
    }

    private static boolean ranOutOfMemory(TrialOutcome outcome) {
        return outcome instanceof TrialOutcome.Failed failed && failed.reason() == FailureReason.OUT_OF_MEMORY;
    }

    private static String seconds(Duration limit) {
        return limit.toMillis() % 1_000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}
