package nightsweep.driver.journal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nightsweep.experiments.format.SweepFile;
import nightsweep.experiments.format.SweepFileException;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;

/** Whether a sweep may go on in a run directory: every trial that was planned there must still be planned. */
final class Continuation {
    private Continuation() {}

    static void check(String runDirectory, String textBefore, Sweep sweep) throws RunDirectoryException {
        Sweep before = parse(runDirectory, textBefore);
        Set<TrialId> planned = sweep.trials().stream().map(Trial::id).collect(Collectors.toSet());
        List<Trial> trialsBefore = before.trials();
        long gone = trialsBefore.stream()
                .filter(trial -> !planned.contains(trial.id()))
                .count();
        if (gone > 0) {
            throw new RunDirectoryException("Cannot run sweep " + sweep.name() + " in " + runDirectory
                    + ": it holds " + difference(before, sweep) + ", and " + gone + " of its " + trialsBefore.size()
                    + " trials are not in this one. Name another folder with --out.");
        }
    }

    private static String difference(Sweep before, Sweep now) {
        if (!before.name().equals(now.name())) {
            return "another sweep, " + before.name();
        }
        if (before.seed() != now.seed()) {
            return "this sweep with seed " + before.seed() + " rather than " + now.seed();
        }
        if (before.repeats() > now.repeats()) {
            return "this sweep with " + before.repeats() + " repeats rather than " + now.repeats();
        }
        if (!before.configurations()
                .get(0)
                .dataset()
                .equals(now.configurations().get(0).dataset())) {
            return "this sweep with another data set";
        }
        if (!before.configurations()
                .get(0)
                .training()
                .equals(now.configurations().get(0).training())) {
            return "this sweep with another way of training";
        }
        return "another version of this sweep";
    }

    private static Sweep parse(String runDirectory, String text) throws RunDirectoryException {
        try {
            return SweepFile.parse(text, runDirectory + "/sweep.yaml");
        } catch (SweepFileException e) {
            throw new RunDirectoryException(
                    "Cannot go on in " + runDirectory + ": its sweep.yaml is damaged. " + e.getMessage(), e);
        }
    }
}
