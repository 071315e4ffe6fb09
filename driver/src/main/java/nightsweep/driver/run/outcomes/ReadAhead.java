package nightsweep.driver.run.outcomes;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Reads something of each of many trials by several threads, and hands over what was read in order, so that a file
 * system far away is not waited for one file after the other, and no more than a few results are in memory.
 */
public final class ReadAhead {
    private static final int THREADS = 16;
    private static final int AHEAD = 64;

    private ReadAhead() {}

    /** Reads something of one item; called by any thread. */
    public interface Reader<T, R> {
        R read(T item) throws IOException;
    }

    /** Hears of each item, on the calling thread. */
    public interface Taker<T, R> {
        void take(T item, R result) throws IOException;
    }

    /**
     * Reads something of each item.
     *
     * @param reader of what {@code key} makes of an item
     * @throws IOException what the reader or the taker threw, whereupon the rest is not read
     */
    public static <T, K, R> void each(List<T> items, Reader<K, R> reader, Function<T, K> key, Taker<T, R> taker)
            throws IOException {
        each(items, item -> reader.read(key.apply(item)), taker);
    }

    /**
     * Reads something of each item.
     *
     * @throws IOException what the reader or the taker threw, whereupon the rest is not read
     */
    public static <T, R> void each(List<T> items, Reader<T, R> reader, Taker<T, R> taker) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "read-ahead");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Queue<Future<R>> under = new ArrayDeque<>();
            Iterator<T> next = items.iterator();
            for (T item : items) {
                while (next.hasNext() && under.size() < AHEAD) {
                    T ahead = next.next();
                    under.add(threads.submit(() -> reader.read(ahead)));
                }
                taker.take(item, await(under.remove()));
            }
        } finally {
            threads.shutdown();
        }
    }

    private static <R> R await(Future<R> result) throws IOException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException("A trial's files were read in an unforeseen way.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while reading.", e);
        }
    }
}
