package nightsweep.driver.schedule;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Turns that are one job, each of them a task. How a turn ended is told once, by whoever knows it first. */
public final class Batch {
    private final List<Turn> turns;
    private final boolean[] told;
    private final Losses losses;
    private boolean over;

    /** Hears of turns whose tasks did not come back. */
    public interface Losses {
        void lost(Turn turn, Place where, String why, Turn.Blame blame);
    }

    public Batch(List<Turn> turns, Losses losses) {
        this.turns = List.copyOf(turns);
        this.told = new boolean[turns.size()];
        this.losses = losses;
    }

    public List<Turn> turns() {
        return turns;
    }

    /** Whether nobody has told of a turn's end before. */
    public synchronized boolean tell(int index) {
        boolean first = !told[index];
        told[index] = true;
        notifyAll();
        return first;
    }

    /** Says that a turn's task did not come back. */
    public void lost(int index, Place where, String why, Turn.Blame blame) {
        if (tell(index)) {
            losses.lost(turns.get(index), where, why, blame);
        }
    }

    /** Says that nothing more comes of this job. */
    public synchronized void end() {
        over = true;
        notifyAll();
    }

    /** Waits until somebody has told of a turn's end, or nothing more comes, but not for ever. */
    public synchronized void await(int index, Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        long left = most.toNanos();
        while (left > 0 && !told[index] && !over) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = until - System.nanoTime();
        }
    }
}
