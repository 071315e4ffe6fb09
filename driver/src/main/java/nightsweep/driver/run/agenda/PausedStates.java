package nightsweep.driver.run.agenda;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.experiments.sweep.Trial;

/** The states of trials that paused, which are of no use once all is decided. */
final class PausedStates {
    private PausedStates() {}

    /** Deletes what is there of them. */
    static void drop(RunDirectory directory, List<Trial> trials) throws IOException {
        Set<String> begun = directory.trials().known().begun();
        for (Trial trial : trials) {
            if (begun.contains(trial.id().text())) {
                directory.trials().dropCheckpoint(trial.id());
            }
        }
    }
}
