package nightsweep.experiments.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import nightsweep.experiments.progress.DriverSlots;
import nightsweep.experiments.progress.Holder;
import nightsweep.experiments.progress.RunningTrial;
import nightsweep.experiments.sweep.TrialId;

/** The small files that are there while something is under way: a running trial's, and those of a driver at work. */
public final class ProgressFile {
    private ProgressFile() {}

    /** The content of a file for {@code trial}. */
    public static String write(RunningTrial trial) {
        return SealedJson.text(json(trial));
    }

    /** The trial in a file; empty where the file is damaged, which costs nothing: it is soon written anew. */
    public static Optional<RunningTrial> runningTrial(String text) {
        return read(text, ProgressFile::trial);
    }

    /** The content of a file for {@code holder}. */
    public static String write(Holder holder) {
        return SealedJson.text(json(holder));
    }

    /** The driver in a file; empty where the file is damaged or not yet finished. */
    public static Optional<Holder> holder(String text) {
        return read(text, ProgressFile::holder);
    }

    /** The content of a file for {@code slots}. */
    public static String write(DriverSlots slots) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("token", slots.token())
                .put("slots", slots.count());
        slots.leftMillis().ifPresent(millis -> json.put("left-millis", millis));
        return SealedJson.text(json);
    }

    /** The slots in a file; empty where the file is damaged. */
    public static Optional<DriverSlots> slots(String text) {
        return read(
                text,
                json -> new DriverSlots(
                        json.text("token"),
                        json.small("slots"),
                        json.present("left-millis", JsonPart::whole)
                                .map(OptionalLong::of)
                                .orElseGet(OptionalLong::empty)));
    }

    public static ObjectNode json(RunningTrial trial) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", trial.id().text())
                .put("attempt", trial.attempt())
                .put("host", trial.host())
                .put("epoch", trial.epoch())
                .put("epochs", trial.epochs())
                .put("started-millis", trial.startedMillis())
                .put("updated-millis", trial.updatedMillis());
        return Double.isFinite(trial.loss()) ? json.put("loss", trial.loss()) : json;
    }

    public static ObjectNode json(Holder holder) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("token", holder.token())
                .put("host", holder.host())
                .put("machine", holder.machine())
                .put("pid", holder.pid())
                .put("process-start-ticks", holder.processStartTicks())
                .put("user", holder.user())
                .put("since-millis", holder.sinceMillis())
                .put("application", holder.application())
                .put("application-attempt", holder.applicationAttempt());
    }

    private static <T> Optional<T> read(String text, Function<JsonPart, T> reader) {
        try {
            return Optional.of(reader.apply(SealedJson.read(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static RunningTrial trial(JsonPart json) {
        return new RunningTrial(
                new TrialId(json.text("id")),
                json.small("attempt"),
                json.text("host"),
                json.small("epoch"),
                json.small("epochs"),
                json.whole("started-millis"),
                json.whole("updated-millis"),
                json.present("loss", JsonPart::number).orElse(Double.NaN));
    }

    private static Holder holder(JsonPart json) {
        return new Holder(
                json.text("token"),
                json.text("host"),
                json.text("machine"),
                json.whole("pid"),
                json.whole("process-start-ticks"),
                json.text("user"),
                json.whole("since-millis"),
                json.text("application"),
                json.small("application-attempt"));
    }
}
