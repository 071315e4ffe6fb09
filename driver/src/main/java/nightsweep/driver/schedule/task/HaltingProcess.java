package nightsweep.driver.schedule.task;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** The end of an executor's process that a trial cannot be got out of by other means. */
final class HaltingProcess {
    private static final Logger LOG = LogManager.getLogger(HaltingProcess.class);
    private static final int EXIT_CODE = 86;

    /** For the report of the trial to reach the driver, which must not blame the neighbours. */
    private static final Duration DELAY = Duration.ofSeconds(2);

    private static final AtomicBoolean HALTING = new AtomicBoolean();

    private HaltingProcess() {}

    /** Ends this process in a moment, as hard as can be. */
    static void soon() {
        if (HALTING.compareAndSet(false, true)) {
            LOG.warn("A trial cannot be ended; this process halts.");
            Thread thread = new Thread(HaltingProcess::halt, "halting");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Returns unless this process is about to end: then nothing is begun in it any more. */
    static void refuseWork() throws InterruptedException {
        if (HALTING.get()) {
            new CountDownLatch(1).await();
        }
    }

    private static void halt() {
        try {
            Thread.sleep(DELAY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(EXIT_CODE);
    }
}
