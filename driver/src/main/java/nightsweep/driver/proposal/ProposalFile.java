package nightsweep.driver.proposal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nightsweep.driver.application.Listener;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.experiments.json.ProposalLines;
import nightsweep.experiments.search.Proposal;
import nightsweep.experiments.sweep.Trial;

/**
 * {@code search.jsonl} of a run: what was proposed, each before its trials begin. While it lasts the latest stand in a file
 * of their own, so that not all is written again for each, on stores too that cannot append. Used by one thread.
 */
public final class ProposalFile {
    private static final int MOST_TOLD = 10;
    private static final int MOST_LATEST = 128;

    private final RunDirectory directory;
    private final List<String> lines = new ArrayList<>();
    private int together;

    public ProposalFile(RunDirectory directory) {
        this.directory = directory;
    }

    /** Adds the next proposal, unwritten. */
    public void add(Proposal proposal, List<Trial> trials) {
        lines.add(ProposalLines.line(proposal, trials.stream().map(Trial::id).toList()));
    }

    /** Writes all in one file. */
    public void write() throws IOException {
        directory.write(RunDirectory.PROPOSALS, text(lines));
        together = lines.size();
        directory.delete(RunDirectory.LATEST_PROPOSALS);
    }

    /** Writes what was added since, once all was written. */
    public void writeLatest() throws IOException {
        List<String> latest = lines.subList(together, lines.size());
        if (latest.size() >= MOST_LATEST) {
            write();
        } else {
            directory.write(RunDirectory.LATEST_PROPOSALS, text(latest));
        }
    }

    private static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    /** Warns of proposals that stand, but are not what comes of the results that there are now. */
    public void tell(List<Integer> different, Listener listener) {
        if (!different.isEmpty()) {
            String numbers =
                    different.stream().limit(MOST_TOLD).map(Object::toString).collect(Collectors.joining(", "));
            listener.warn(directory.label() + "/" + RunDirectory.PROPOSALS + ": "
                    + (different.size() == 1 ? "proposal " : "proposals ") + numbers
                    + (different.size() > MOST_TOLD ? " and " + (different.size() - MOST_TOLD) + " more" : "")
                    + (different.size() == 1 ? " does" : " do")
                    + " not follow from the outcomes there as they are now: trials were run again, or the search was"
                    + " changed. What was proposed stands; what comes next follows from all outcomes.");
        }
    }
}
