package nightsweep.driver.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nightsweep.experiments.json.ProgressFile;
import nightsweep.experiments.json.SealedJson;

/** Where a run stands, as JSON for programs: keys in kebab case, in a fixed order. */
public final class StatusFile {
    private StatusFile() {}

    /** The text; what is not known is {@code null}. */
    public static String text(RunStatus status) {
        ObjectNode root =
                JsonNodeFactory.instance.objectNode().put("name", status.name()).put("run", status.run());
        RunStatus.Counts counts = status.counts();
        root.putObject("trials")
                .put("planned", counts.planned())
                .put("completed", counts.completed())
                .put("stopped", counts.stopped())
                .put("diverged", counts.diverged())
                .put("failed", counts.failed())
                .put("running", counts.running())
                .put("waiting", counts.waiting())
                .put("copied", counts.copied());
        status.proposals()
                .ifPresent(proposals -> root.putObject("proposals")
                        .put("made", proposals.made())
                        .put("asked", proposals.asked()));
        ArrayNode running = root.putArray("running");
        status.running().forEach(trial -> running.add(ProgressFile.json(trial).put("age-millis", trial.ageMillis())));
        if (status.slots().isPresent()) {
            root.put("slots", status.slots().getAsInt());
        } else {
            root.putNull("slots");
        }
        status.best()
                .ifPresentOrElse(
                        best -> root.putObject("best")
                                .put("id", best.id().text())
                                .put("configuration", best.label())
                                .put("metric", best.metric())
                                .put("value", best.value()),
                        () -> root.putNull("best"));
        if (status.leftMillis().isPresent()) {
            root.put("left-millis", status.leftMillis().getAsLong());
        } else {
            root.putNull("left-millis");
        }
        ObjectNode failures = root.putObject("failures");
        status.failures().forEach(failures::put);
        status.holder()
                .ifPresentOrElse(
                        holder -> root.putObject("driver")
                                .put("host", holder.host())
                                .put("pid", holder.pid())
                                .put("user", holder.user())
                                .put("since-millis", holder.sinceMillis()),
                        () -> root.putNull("driver"));
        return SealedJson.unsealed(root);
    }
}
