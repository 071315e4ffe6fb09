package nightsweep.benchmark.scheduling;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import nightsweep.driver.schedule.Ending;
import nightsweep.driver.schedule.Jobs;
import nightsweep.driver.schedule.Place;
import nightsweep.driver.schedule.TrialReport;
import nightsweep.driver.schedule.TrialReport.Aftermath;
import nightsweep.driver.schedule.Turn;
import nightsweep.experiments.outcome.TrialEnd;
import org.jspecify.annotations.Nullable;

/**
 * A cluster in virtual time: executors that train nothing, end their trials when their time has come, are lost now and
 * then with all that runs on them, and come back a minute later. Time passes only while somebody waits. The same seed
 * gives the same night.
 */
final class VirtualJobs implements Jobs {
    private static final int SLOTS_EACH = 8;
    private static final Duration USUAL_TRIAL = Duration.ofMinutes(5);
    private static final Duration AWAY = Duration.ofMinutes(1);

    /** As many as Spark is given beyond its slots. */
    private static final int MOST_WAITING = 256;

    private final Random random;
    private final double lossesAnHour;
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final Deque<Executor> free = new ArrayDeque<>();
    private int slots;
    private long nanos;
    private long order;
    private int lostExecutors;

    /**
     * @param slots a multiple of 8
     * @param lossesAnHour how often an executor is lost, of each hour that it works
     */
    VirtualJobs(int slots, double lossesAnHour, long seed) {
        this.random = new Random(seed);
        this.lossesAnHour = lossesAnHour;
        for (int i = 0; i < slots / SLOTS_EACH; i++) {
            join(new Executor(Integer.toString(i)));
        }
    }

    @Override
    public void submit(List<Turn> turns) {
        waiting.addAll(turns);
    }

    @Override
    public Optional<Ending> await(Duration most) {
        begin();
        long until = nanos + most.toNanos();
        while (!events.isEmpty() && events.peek().nanos() <= until) {
            Event event = events.remove();
            nanos = event.nanos();
            Optional<Ending> ending = happen(event);
            begin();
            if (ending.isPresent()) {
                return ending;
            }
        }
        nanos = until;
        return Optional.empty();
    }

    @Override
    public int slots() {
        return slots;
    }

    @Override
    public int room() {
        return Math.max(1, slots + Math.min(slots, MOST_WAITING));
    }

    @Override
    public void cancelAll() {
        throw new UnsupportedOperationException("Nobody stops a virtual night.");
    }

    @Override
    public boolean gone() {
        return false;
    }

    @Override
    public String request() {
        return "asked for nothing";
    }

    @Override
    public long nanoTime() {
        return nanos;
    }

    /** How many executors were lost so far. */
    int lostExecutors() {
        return lostExecutors;
    }

    private void begin() {
        while (!waiting.isEmpty() && !free.isEmpty()) {
            Executor executor = free.remove();
            if (executor.gone) {
                continue;
            }
            Turn turn = waiting.remove();
            executor.running.add(turn);
            double spread = Math.exp(random.nextGaussian() / 2);
            events.add(new Event(nanos + (long) (USUAL_TRIAL.toNanos() * spread), order++, executor, turn));
        }
    }

    // Turns are told apart by what they are: comparing all that they hold would cost more than everything else.
    @SuppressWarnings("ReferenceEquality")
    private Optional<Ending> happen(Event event) {
        Executor executor = event.executor();
        Turn turn = event.turn();
        if (turn == null) {
            if (executor.gone) {
                join(new Executor(executor.name + "'"));
            } else {
                leave(executor);
            }
            return Optional.empty();
        }
        executor.running.removeIf(one -> one == turn);
        if (executor.gone) {
            Place place = new Place("virtual", executor.name, nanos / 1_000_000);
            return Optional.of(new Ending.Lost(turn, place, "it was lost", Turn.Blame.COUNTED));
        }
        free.add(executor);
        return Optional.of(new Ending.Reported(
                turn, new TrialReport(TrialEnd.COMPLETED, random.nextDouble(), 0, "", executor.name, Aftermath.NONE)));
    }

    private void join(Executor executor) {
        slots += SLOTS_EACH;
        for (int i = 0; i < SLOTS_EACH; i++) {
            free.add(executor);
        }
        if (lossesAnHour > 0) {
            double hours = -Math.log(1 - random.nextDouble()) / lossesAnHour;
            events.add(new Event(nanos + (long) (hours * Duration.ofHours(1).toNanos()), order++, executor, null));
        }
    }

    /** Its trials are lost, all at once; their own ends do not come any more. */
    private void leave(Executor executor) {
        executor.gone = true;
        slots -= SLOTS_EACH;
        lostExecutors++;
        events.removeIf(event -> event.executor() == executor);
        for (Turn turn : executor.running) {
            events.add(new Event(nanos, order++, executor, turn));
        }
        events.add(new Event(nanos + AWAY.toNanos(), order++, executor, null));
    }

    /** A process that trains eight trials at a time. */
    private static final class Executor {
        private final String name;
        private final List<Turn> running = new ArrayList<>();
        private boolean gone;

        Executor(String name) {
            this.name = name;
        }
    }

    /**
     * Something that happens.
     *
     * @param turn that ends; null where its executor leaves, or comes back
     */
    private record Event(
            long nanos,
            long order,
            Executor executor,
            @Nullable Turn turn) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int first = Long.compare(nanos, other.nanos);
            return first == 0 ? Long.compare(order, other.order) : first;
        }
    }
}
