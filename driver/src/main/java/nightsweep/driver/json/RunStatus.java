package nightsweep.driver.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import nightsweep.experiments.progress.Holder;
import nightsweep.experiments.progress.RunningTrial;
import nightsweep.experiments.sweep.TrialId;

/**
 * Where a run stands.
 *
 * @param name of the sweep
 * @param run the run directory
 * @param counts how many trials are in which state
 * @param running trials under way, in the order of the plan; never more than there are slots
 * @param slots how many trials can run at a time, as the driver last told; empty where none is at work, or has not told
 * @param best the best trial so far; empty until one is completed
 * @param leftMillis until the end, roughly; empty where nothing is known or nobody is at work
 * @param failures how many trials failed for which reason, in the order of the reasons
 * @param proposals of a search that learns; empty where all configurations are known before
 * @param holder the driver that is at work; empty where there is none
 */
public record RunStatus(
        String name,
        String run,
        Counts counts,
        List<RunningTrial> running,
        OptionalInt slots,
        Optional<Best> best,
        OptionalLong leftMillis,
        Map<String, Integer> failures,
        Optional<Proposals> proposals,
        Optional<Holder> holder) {
    public RunStatus {
        running = List.copyOf(running);
        if (slots.isPresent() && running.size() > slots.getAsInt()) {
            throw new IllegalArgumentException(
                    "There are " + slots.getAsInt() + " slots, but " + running.size() + " trials run.");
        }
        failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
    }

    /** Of a run whose configurations are all known before. */
    public RunStatus(
            String name,
            String run,
            Counts counts,
            List<RunningTrial> running,
            OptionalInt slots,
            Optional<Best> best,
            OptionalLong leftMillis,
            Map<String, Integer> failures,
            Optional<Holder> holder) {
        this(name, run, counts, running, slots, best, leftMillis, failures, Optional.empty(), holder);
    }

    /**
     * How far a search has come.
     *
     * @param made configurations that it proposed
     * @param asked how many it is to propose
     */
    public record Proposals(int made, int asked) {}

    /**
     * Trials by state, which add up to the plan, or to what was proposed of it so far.
     *
     * @param stopped before their last epoch; while a search lasts some may still go on
     * @param waiting neither ended nor under way
     * @param copied that ended without being trained, since another is the same computation
     */
    public record Counts(
            int planned, int completed, int stopped, int diverged, int failed, int running, int waiting, int copied) {
        public Counts {
            if (completed + stopped + diverged + failed + running + waiting != planned) {
                throw new IllegalArgumentException(
                        "States must add up to " + planned + " planned trials, but got " + completed + " + " + stopped
                                + " + " + diverged + " + " + failed + " + " + running + " + " + waiting + ".");
            }
        }

        /** Of which each that ended was trained to its end. */
        public Counts(int planned, int completed, int diverged, int failed, int running, int waiting) {
            this(planned, completed, 0, diverged, failed, running, waiting, 0);
        }

        /** Trials that ended, however they did. */
        public int ended() {
            return completed + stopped + diverged + failed;
        }
    }

    /**
     * A trial and what it is ranked by.
     *
     * @param metric of the objective
     * @param label of its configuration
     */
    public record Best(TrialId id, String label, String metric, double value) {}
}
