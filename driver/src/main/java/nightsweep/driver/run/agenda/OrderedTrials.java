package nightsweep.driver.run.agenda;

import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import nightsweep.driver.application.Listener;
import nightsweep.driver.schedule.Agenda;
import nightsweep.experiments.sweep.TrialId;

/** Trials whose order, or whose very being, hangs on the results of others. */
public interface OrderedTrials {
    /** What is to be trained; what cannot be read or written is told. */
    Agenda agenda(Consumer<IOException> told);

    /** Whether all is decided, and nothing is to be trained any more. */
    boolean over();

    /** The first trial of each configuration that had fallen behind and is trained to its end all the same. */
    default Set<TrialId> control() {
        return Set.of();
    }

    /** Compares with what a run before decided, and writes what is decided now. */
    void begin(Listener listener) throws IOException;

    /** Writes the last decisions, and leaves the run directory tidy where all is decided. */
    void end(Copies copies) throws IOException;
}
