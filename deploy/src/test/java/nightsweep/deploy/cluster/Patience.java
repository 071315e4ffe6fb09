package nightsweep.deploy.cluster;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waiting for what comes sooner or later, on a machine of any speed. */
final class Patience {
    /** For what takes seconds on a quiet machine. */
    private static final long LIMIT_NANOS = TimeUnit.MINUTES.toNanos(30);

    private Patience() {}

    /** What is asked again and again. */
    @FunctionalInterface
    interface Question {
        /** Whether it has come. */
        boolean answer() throws IOException, InterruptedException;
    }

    static void until(String what, Question question) throws InterruptedException {
        until(what, () -> "", question);
    }

    /**
     * Returns when the answer is yes.
     *
     * @param told what is known, for the message of the error where it never comes
     */
    static void until(String what, Supplier<String> told, Question question) throws InterruptedException {
        long start = System.nanoTime();
        try {
            while (!question.answer()) {
                if (System.nanoTime() - start > LIMIT_NANOS) {
                    throw new AssertionError("Waited in vain for " + what + ". " + told.get());
                }
                Thread.sleep(100);
            }
        } catch (IOException e) {
            throw new AssertionError("Cannot wait for " + what + ": " + e, e);
        }
    }
}
