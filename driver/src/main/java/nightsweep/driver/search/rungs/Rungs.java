package nightsweep.driver.search.rungs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import nightsweep.experiments.search.Draws;

/**
 * Ordered promotion. Each rung has a list of arrivals; that of the first is the order of proposals. A rung reads its arrivals
 * in the order of this list: once the results of the first m are known, those of the best floor(m / share) that had not gone on
 * before are appended to the list of the next rung, best first. Nothing else decides, so any number of slots makes the same
 * trainings. Not for several threads.
 */
public final class Rungs {
    private static final int CONTROL_STREAM = 2;

    private final RungPlan plan;
    private final List<Rung> rungs = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();

    public Rungs(RungPlan plan) {
        this.plan = plan;
        for (int i = 0; i < plan.rungs(); i++) {
            rungs.add(new Rung(i));
        }
    }

    /** Appends a proposal to the first rung. */
    public void begin(int number) {
        rungs.get(0).arrive(number);
    }

    /**
     * Takes a result, which can no longer change.
     *
     * @param loss what is to become small; NaN where the trial diverged or failed: it never goes on
     * @throws IllegalArgumentException where the trial is not on its way to this rung, or was told before
     */
    public void tell(Entry entry, double loss) {
        rungs.get(entry.rung()).tell(entry.number(), loss);
        for (Rung rung : rungs) {
            rung.read();
        }
    }

    /** What may be trained now, in the order in which it should be: highest rung first, then in the order of its list. */
    public List<Entry> open() {
        List<Entry> open = new ArrayList<>();
        for (int i = rungs.size() - 1; i >= 0; i--) {
            rungs.get(i).addOpen(open);
        }
        return open;
    }

    /** All decisions so far, rung by rung, each in the order of its list. */
    public List<Decision> decisions() {
        List<Decision> sorted = new ArrayList<>();
        for (int i = 0; i < rungs.size(); i++) {
            int rung = i;
            decisions.stream().filter(decision -> decision.rung() == rung).forEach(sorted::add);
        }
        return sorted;
    }

    /** How many decisions there are. */
    public int decided() {
        return decisions.size();
    }

    /** How many arrivals at a rung, from the first on, have a result. */
    public int read(int rung) {
        return rungs.get(rung).read;
    }

    /**
     * How many went on from a rung when the first {@code prefix} of its arrivals were compared, all prefixes before included.
     * More arrivals change nothing in it: they are the first of the list of the next rung.
     *
     * @param prefix no more than are {@link #read}
     */
    public int promoted(int rung, int prefix) {
        return prefix == 0 ? 0 : rungs.get(rung).promoted.get(prefix - 1);
    }

    /** The proposals that came to a rung, in the order of its list. */
    public List<Integer> arrivals(int rung) {
        return Collections.unmodifiableList(rungs.get(rung).arrivals);
    }

    /** The proposals that have stopped at a rung, unless more begin: told, still able to go on, and not among those that do. */
    public List<Integer> stopped(int rung) {
        return plan.isLast(rung) ? List.of() : rungs.get(rung).left();
    }

    /**
     * Those of the stopped that are trained to the end all the same, to know what stopping lost; asked when nothing is open
     * any more.
     *
     * @param share of the stopped, from 0 to 1, each drawn by itself
     */
    public List<Entry> control(long seed, double share) {
        List<Entry> control = new ArrayList<>();
        for (int rung = 0; rung < rungs.size(); rung++) {
            for (int number : stopped(rung)) {
                if (Draws.of(seed, number, CONTROL_STREAM).nextDouble() < share) {
                    control.add(new Entry(rung, number));
                }
            }
        }
        return control;
    }

    /** One result among those of its rung: the smaller loss first, then the earlier arrival. */
    private record Placed(double loss, int position, int number) implements Comparable<Placed> {
        @Override
        public int compareTo(Placed other) {
            int byLoss = Double.compare(loss, other.loss);
            return byLoss != 0 ? byLoss : Integer.compare(position, other.position);
        }
    }

    private final class Rung {
        private final int index;
        private final List<Integer> arrivals = new ArrayList<>();
        private final Set<Integer> open = new LinkedHashSet<>();
        private final Map<Integer, Double> told = new HashMap<>();
        private final NavigableSet<Placed> ranked = new TreeSet<>();
        private final Set<Integer> gone = new HashSet<>();

        /** How many had gone on after each that was read. */
        private final List<Integer> promoted = new ArrayList<>();

        private int read;

        Rung(int index) {
            this.index = index;
        }

        void arrive(int number) {
            if (told.containsKey(number) || !open.add(number)) {
                throw new IllegalArgumentException("proposal " + number + " came to rung " + index + " before.");
            }
            arrivals.add(number);
        }

        void tell(int number, double loss) {
            if (!open.remove(number)) {
                throw new IllegalArgumentException("proposal " + number + " is not on its way to rung " + index + ".");
            }
            // One zero, so that equal losses are equal.
            told.put(number, loss + 0.0);
        }

        void addOpen(List<Entry> entries) {
            open.forEach(number -> entries.add(new Entry(index, number)));
        }

        List<Integer> left() {
            return arrivals.stream()
                    .filter(number -> !gone.contains(number) && Double.isFinite(told.getOrDefault(number, Double.NaN)))
                    .toList();
        }

        void read() {
            while (read < arrivals.size() && told.containsKey(arrivals.get(read))) {
                int number = arrivals.get(read);
                ranked.add(new Placed(told.getOrDefault(number, Double.NaN), read, number));
                read++;
                if (!plan.isLast(index)) {
                    decide();
                }
                promoted.add(gone.size());
            }
        }

        private void decide() {
            List<Integer> promoted = ranked.stream()
                    .limit(plan.share().of(read))
                    .filter(placed -> Double.isFinite(placed.loss()) && !gone.contains(placed.number()))
                    .map(Placed::number)
                    .toList();
            if (!promoted.isEmpty()) {
                gone.addAll(promoted);
                promoted.forEach(rungs.get(index + 1)::arrive);
                decisions.add(new Decision(index, read, promoted));
            }
        }
    }
}
