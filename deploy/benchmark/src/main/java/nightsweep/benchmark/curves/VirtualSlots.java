package nightsweep.benchmark.curves;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;

/**
 * Slots that train in virtual time.
 *
 * @param time that an epoch of a job takes
 * @param result of a job
 */
record VirtualSlots(int slots, ToDoubleFunction<Job> time, ToDoubleFunction<Job> result) {
    /** What came of it. */
    record Night(List<Ended> ended, double time) {
        /** Epochs that were trained. */
        long epochs() {
            return ended.stream().mapToLong(one -> one.job().epochs()).sum();
        }
    }

    /** A job that has ended. */
    record Ended(Job job, double loss) {}

    private record Running(Job job, double until, int order) {}

    Night run(Strategy strategy) {
        PriorityQueue<Running> running =
                new PriorityQueue<>(Comparator.comparingDouble(Running::until).thenComparing(Running::order));
        List<Ended> ended = new ArrayList<>();
        double now = 0;
        int begun = 0;
        while (true) {
            while (running.size() < slots) {
                Optional<Job> next = strategy.next();
                if (next.isEmpty()) {
                    break;
                }
                Job job = next.get();
                running.add(new Running(job, now + job.epochs() * time.applyAsDouble(job), begun++));
            }
            Running first = running.poll();
            if (first == null) {
                return new Night(List.copyOf(ended), now);
            }
            now = first.until;
            double loss = result.applyAsDouble(first.job);
            ended.add(new Ended(first.job, loss));
            strategy.ended(first.job, loss);
        }
    }
}
