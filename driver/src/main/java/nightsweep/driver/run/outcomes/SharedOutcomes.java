package nightsweep.driver.run.outcomes;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nightsweep.driver.plan.Plan;
import nightsweep.driver.plan.PlannedTrial;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Trial;
import org.jspecify.annotations.Nullable;

/**
 * Trials that are the same computation, and which of them speaks for the others: one that was trained and has ended, or else
 * the first that is open, which is to be trained.
 */
public final class SharedOutcomes {
    private final Map<Integer, Group> groups = new LinkedHashMap<>();
    private final Map<Integer, List<Trial>> waiting = new LinkedHashMap<>();
    private final List<Copy> due = new ArrayList<>();
    private final Set<Integer> untrained = new LinkedHashSet<>();

    public SharedOutcomes(Plan plan) {
        for (List<PlannedTrial> equal : plan.equal()) {
            Group group = new Group();
            equal.forEach(one -> groups.put(one.trial().number(), group));
        }
    }

    /** A trial whose outcome is to be written from that of another, which has ended. */
    public record Copy(Trial source, Trial trial) {}

    /** What the run directory holds of the trials of one computation. */
    private static final class Group {
        private final List<Trial> open = new ArrayList<>();
        private final List<Trial> failedCopies = new ArrayList<>();
        private @Nullable Trial trained;
        private boolean failed;
    }

    /** Whether a trial is one of several of its computation. */
    public boolean has(Trial trial) {
        return groups.containsKey(trial.number());
    }

    /** Takes note of an outcome that stands. */
    public void ended(Trial trial, TrialOutcome outcome) {
        Group group = groups.get(trial.number());
        if (group == null) {
            return;
        }
        boolean failed = outcome instanceof TrialOutcome.Failed;
        if (outcome.timing().copyOf().isEmpty()) {
            // What says more speaks for all.
            if (group.trained == null || (group.failed && !failed)) {
                group.trained = trial;
                group.failed = failed;
            }
        } else if (failed) {
            group.failedCopies.add(trial);
        }
    }

    /** Takes note of a trial without an outcome that stands. */
    public void open(Trial trial) {
        Optional.ofNullable(groups.get(trial.number())).ifPresent(group -> group.open.add(trial));
    }

    /** Decides who speaks for whom, once all that stands is noted. */
    public void settle() {
        for (Group group : new LinkedHashSet<>(groups.values())) {
            Trial trained = group.trained;
            List<Trial> others = new ArrayList<>(group.open);
            if (trained != null) {
                if (!group.failed) {
                    others.addAll(group.failedCopies);
                }
                others.forEach(other -> due.add(new Copy(trained, other)));
            } else if (!others.isEmpty()) {
                Trial first = others.remove(0);
                waiting.put(first.number(), others);
            }
            others.forEach(other -> untrained.add(other.number()));
        }
    }

    /** Whether a trial that is open is not to be trained; asked after {@link #settle}. */
    public boolean spokenFor(Trial trial) {
        return untrained.contains(trial.number());
    }

    /** Copies of what has ended already, which nobody has written yet. */
    public List<Copy> due() {
        return due;
    }

    /** Copies to be written once a trial has ended, in the order of the plan. */
    public List<Copy> of(Trial trained) {
        return waiting.getOrDefault(trained.number(), List.of()).stream()
                .map(trial -> new Copy(trained, trial))
                .toList();
    }

    /** Numbers of the trials that wait for another that is to be trained. */
    public BitSet waiting() {
        BitSet numbers = new BitSet();
        waiting.values().forEach(trials -> trials.forEach(trial -> numbers.set(trial.number())));
        return numbers;
    }
}
