package nightsweep.driver.journal;

import java.time.Duration;

/** Time that only passes: no clock that anybody sets has a part in it. */
interface Stopwatch {
    /** This process's own. */
    Stopwatch SYSTEM = new Stopwatch() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            Thread.sleep(time.toMillis());
        }
    };

    /** From an arbitrary moment; only differences count. */
    long nanoTime();

    /** Lets time pass. */
    void sleep(Duration time) throws InterruptedException;
}
