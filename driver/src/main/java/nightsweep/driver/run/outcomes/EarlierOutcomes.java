package nightsweep.driver.run.outcomes;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nightsweep.experiments.sweep.EarlierTrial;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.store.KnownTrials;

/**
 * Outcomes in a run directory that stand where those of its trials would, had some formulas stayed what they were.
 *
 * @param count how many, 1 or more
 * @param formulas that were others, under their names in sweep files
 */
public record EarlierOutcomes(int count, List<String> formulas) {
    public EarlierOutcomes {
        formulas = List.copyOf(formulas);
    }

    /**
     * Those of trials that have no outcome of their own.
     *
     * @param trials all of the sweep
     * @param seed of the sweep
     */
    public static Optional<EarlierOutcomes> of(List<Trial> trials, long seed, KnownTrials known) {
        List<Trial> open =
                trials.stream().filter(trial -> !known.ended(trial.id())).toList();
        if (trials.size() - open.size() >= known.ended().size()) {
            return Optional.empty();
        }
        int count = 0;
        Set<String> formulas = new LinkedHashSet<>();
        for (Trial trial : open) {
            Optional<EarlierTrial> earlier =
                    EarlierTrial.of(trial.configuration(), trial.repeat(), seed).filter(one -> known.ended(one.id()));
            if (earlier.isPresent()) {
                count++;
                formulas.addAll(earlier.get().formulas());
            }
        }
        return count == 0 ? Optional.empty() : Optional.of(new EarlierOutcomes(count, List.copyOf(formulas)));
    }

    /** In a sentence, without what becomes of them. */
    public String describe(String runDirectory) {
        return (count == 1 ? "1 outcome" : count + " outcomes") + " in " + runDirectory
                + (count == 1 ? " was" : " were") + " made by an earlier version of Nightsweep, under other formulas ("
                + String.join(", ", formulas) + ")";
    }
}
