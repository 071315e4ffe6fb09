package nightsweep.driver.schedule.task;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Who trains in a process: many trials side by side, or one that has it for itself. Any thread may use it. */
final class ProcessLock {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    private long entered;
    private int inside;

    /** Waits until nobody needs the process for himself. */
    Stay beside() throws InterruptedException {
        return new Stay(lock.readLock());
    }

    /** Waits until everybody has left; whoever comes meanwhile waits behind. */
    Stay alone() throws InterruptedException {
        return new Stay(lock.writeLock());
    }

    private synchronized int inside(int more) {
        int before = inside;
        inside += more;
        entered += Math.max(0, more);
        return before;
    }

    private synchronized long entered() {
        return entered;
    }

    /** From entering to leaving; both by the same thread. */
    final class Stay implements AutoCloseable {
        private final Lock held;
        private final boolean metOthers;
        private final long enteredThen;

        private Stay(Lock lock) throws InterruptedException {
            lock.lockInterruptibly();
            held = lock;
            synchronized (ProcessLock.this) {
                metOthers = inside(1) > 0;
                enteredThen = entered();
            }
        }

        /** Whether anybody else was there at any time of this stay. */
        boolean hadCompany() {
            return metOthers || entered() > enteredThen;
        }

        @Override
        public void close() {
            inside(-1);
            held.unlock();
        }
    }
}
