package nightsweep.driver.json;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nightsweep.experiments.sweep.Objective;
import nightsweep.experiments.sweep.TrialId;

/**
 * What came of a sweep, in short, for programs.
 *
 * @param name the sweep's
 * @param measuredOn where the objective was measured: {@code validation} or {@code test}
 * @param bestTrials the best trial of each of {@code bestConfigurations}, in the same order
 * @param bestConfigurations the one whose mean of the objective is best, of equal ones the first in the plan; one for each
 *     kind of loss where losses are ranked, and none where nothing was completed
 * @param tables the names of the tables that were written
 * @param notes what a reader of the tables must know
 */
public record SweepSummary(
        String name,
        Objective objective,
        String measuredOn,
        Totals totals,
        List<BestTrial> bestTrials,
        List<BestConfiguration> bestConfigurations,
        List<String> tables,
        List<String> notes) {
    public SweepSummary {
        bestTrials = List.copyOf(bestTrials);
        bestConfigurations = List.copyOf(bestConfigurations);
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    /** How many trials stand where; each planned trial counts once. */
    public record Totals(int planned, int completed, int stopped, int diverged, int failed, int notRun) {
        public Totals {
            int sum = completed + stopped + diverged + failed + notRun;
            if (planned != sum) {
                throw new IllegalArgumentException(
                        "Totals must add up to the " + planned + " planned trials, but they add up to " + sum + ".");
            }
        }

        /** Of a sweep that stops none. */
        public Totals(int planned, int completed, int diverged, int failed, int notRun) {
            this(planned, completed, 0, diverged, failed, notRun);
        }
    }

    /**
     * A trial that no other of its configuration is better than.
     *
     * @param number its place in the plan, from 1
     * @param configuration the configuration's number
     * @param label the configuration's values
     * @param fold the one that it was validated on, from 0; empty where there are none
     */
    public record BestTrial(
            int number, TrialId id, int configuration, String label, int repeat, OptionalInt fold, double objective) {}

    /**
     * A configuration that none has a better mean than.
     *
     * @param objective the mean over its completed repeats
     * @param deviation the sample's; empty for fewer than two
     * @param ties how many other configurations have the same mean
     */
    public record BestConfiguration(
            int number,
            String label,
            double objective,
            OptionalDouble deviation,
            int completed,
            int planned,
            int ties) {}
}
