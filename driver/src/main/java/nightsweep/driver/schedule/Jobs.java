package nightsweep.driver.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What turns are handed to, and what tells how they ended: Spark, or a stand-in of it. Used by one thread, but for
 * {@link #slots} and {@link #cancelAll}, which any thread may call.
 */
public interface Jobs {
    /**
     * Hands turns over, each of which runs when a slot is free for it. Waits for nothing.
     *
     * @param turns one or more; of trials that were lost before, one
     */
    void submit(List<Turn> turns);

    /**
     * The next turn that ended; empty where none did in that time.
     *
     * @throws ClusterException if no turn can end
     */
    Optional<Ending> await(Duration most) throws InterruptedException, ClusterException;

    /** How many trials can run at the same time just now; 0 where no executor is there. */
    int slots();

    /** How many turns it should hold: those that run, those that wait for a slot to fall free. 1 or more. */
    int room();

    /** Ends everything that was handed over. */
    void cancelAll();

    /** Whether nothing can be handed over any more. */
    boolean gone();

    /** What is asked of the cluster, in words for a person who looks for why nothing comes. */
    String request();

    /** From an arbitrary moment; only differences count. */
    long nanoTime();
}
