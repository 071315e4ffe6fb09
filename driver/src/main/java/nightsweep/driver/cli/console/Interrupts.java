package nightsweep.driver.cli.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nightsweep.driver.application.Interruption;
import org.apache.hadoop.util.ShutdownHookManager;

/**
 * Ctrl-C and SIGTERM while a run lasts: trials are stopped, the run is given a few seconds to write down what it has,
 * and the process ends with the exit code for an interrupted run.
 */
final class Interrupts implements Interruption {
    /** Before Spark's own hook, which would take the cluster away from under the run. */
    private static final int PRIORITY = 1_000;

    private static final int PATIENCE_SECONDS = 20;

    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final Runnable hook;

    private Interrupts(Runnable stop, int exitCode) {
        this.hook = () -> {
            interrupted.set(true);
            stop.run();
            try {
                boolean ignored = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(exitCode);
        };
    }

    /**
     * Begins to listen.
     *
     * @param stop makes the run wind down; called from another thread
     */
    static Interrupts heard(Runnable stop, int exitCode) {
        Interrupts interrupts = new Interrupts(stop, exitCode);
        ShutdownHookManager.get().addShutdownHook(interrupts.hook, PRIORITY, PATIENCE_SECONDS + 5, TimeUnit.SECONDS);
        return interrupts;
    }

    /** Whether the user wants the run to end. */
    @Override
    public boolean asked() {
        return interrupted.get();
    }

    /** Says that the run has written down what it has, and stops listening. */
    @Override
    public void close() {
        done.countDown();
        if (!ShutdownHookManager.get().isShutdownInProgress()) {
            ShutdownHookManager.get().removeShutdownHook(hook);
        }
    }
}
