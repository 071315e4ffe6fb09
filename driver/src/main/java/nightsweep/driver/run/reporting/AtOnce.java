package nightsweep.driver.run.reporting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does several things that know nothing of each other on as many threads as there are processors. */
final class AtOnce {
    private AtOnce() {}

    /** One of the things; done by any thread. */
    interface Work {
        void run() throws IOException;
    }

    /**
     * Does all of {@code works}, begun in their order, and returns when none is under way.
     *
     * @throws IOException what the first of those that failed threw; the others were done all the same
     */
    static void each(List<Work> works) throws IOException {
        int processors = Runtime.getRuntime().availableProcessors();
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(works.size(), processors), work -> {
            Thread thread = new Thread(work, "at-once");
            thread.setDaemon(true);
            return thread;
        });
        List<Future<?>> under = new ArrayList<>();
        try {
            for (Work work : works) {
                under.add(threads.submit(() -> {
                    work.run();
                    return true;
                }));
            }
            await(under);
        } finally {
            threads.shutdown();
        }
    }

    private static void await(List<Future<?>> under) throws IOException {
        List<Throwable> failures = new ArrayList<>();
        for (Future<?> work : under) {
            try {
                var ignored = work.get();
            } catch (ExecutionException e) {
                failures.add(e.getCause() == null ? e : e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted while writing.", e);
            }
        }
        if (failures.isEmpty()) {
            return;
        }
        Throwable first = failures.get(0);
        failures.stream().filter(other -> other != first).forEach(first::addSuppressed);
        if (first instanceof IOException failure) {
            throw failure;
        }
        if (first instanceof RuntimeException failure) {
            throw failure;
        }
        if (first instanceof Error failure) {
            throw failure;
        }
        throw new IllegalStateException("A file was written in an unforeseen way.", first);
    }
}
