package nightsweep.driver.promotion;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nightsweep.driver.application.Listener;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.experiments.sweep.TrialId;

/** {@code rungs.jsonl} of a run: what was decided, written now and then while it lasts, and at its end. Used by one thread. */
public final class DecisionFile {
    /** Its name in the run directory. */
    public static final String NAME = "rungs.jsonl";

    private static final long INTERVAL_NANOS = 1_000_000_000;

    private final RunDirectory directory;
    private long writtenNanos = System.nanoTime() - INTERVAL_NANOS;

    public DecisionFile(RunDirectory directory) {
        this.directory = directory;
    }

    /** Warns where what a run before had decided does not come out again. */
    public void check(List<String> now, Listener listener) throws IOException {
        Optional<String> before = directory.text(NAME);
        if (before.isPresent() && !DecisionLines.agree(before.get().lines().toList(), now)) {
            listener.warn("The decisions in " + directory.label() + "/" + NAME
                    + " do not follow from the outcomes there as they are now: trials were run again, values were added,"
                    + " or the search was changed. They are made anew.");
        }
    }

    /** The first trial of each configuration that was trained to the end though it had fallen behind. */
    public Set<TrialId> control() throws IOException {
        return directory
                .text(NAME)
                .map(text -> DecisionLines.control(text.lines().toList()))
                .orElse(Set.of());
    }

    /** Writes them, unless they were a moment ago. */
    public void writeNowAndThen(List<String> decisions) throws IOException {
        if (System.nanoTime() - writtenNanos >= INTERVAL_NANOS) {
            write(decisions);
        }
    }

    /** Writes them. */
    public void write(List<String> decisions) throws IOException {
        directory.write(NAME, decisions.isEmpty() ? "" : String.join("\n", decisions) + "\n");
        writtenNanos = System.nanoTime();
    }
}
