package nightsweep.driver.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import nightsweep.experiments.json.SealedJson;

/**
 * What somebody is told of a run.
 *
 * @param event {@code failure} at the first trial that fails, {@code end} at the end
 * @param text in a sentence or two, for people
 * @param sweep its name
 * @param run where its run directory is
 * @param state how it ended, such as {@code none-failed} or {@code stopped-early}; empty before the end
 * @param totals empty before the end, and where there are no tables
 */
public record Notice(
        String event,
        String text,
        String sweep,
        String run,
        Optional<String> state,
        Optional<SweepSummary.Totals> totals) {

    /** As JSON; Slack and its like show {@code text}. */
    public String json() {
        ObjectNode root = JsonNodeFactory.instance
                .objectNode()
                .put("text", text)
                .put("event", event)
                .put("sweep", sweep)
                .put("run", run);
        state.ifPresent(word -> root.put("state", word));
        totals.ifPresent(all -> root.putObject("trials")
                .put("planned", all.planned())
                .put("completed", all.completed())
                .put("stopped", all.stopped())
                .put("diverged", all.diverged())
                .put("failed", all.failed())
                .put("not-run", all.notRun()));
        return SealedJson.unsealed(root);
    }
}
