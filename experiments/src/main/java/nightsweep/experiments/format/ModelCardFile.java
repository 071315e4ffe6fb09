package nightsweep.experiments.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nightsweep.experiments.outcome.ModelCard;
import nightsweep.experiments.sweep.TrialId;

/** The file beside a saved network that says how to use it: JSON with a checksum as its last field. */
public final class ModelCardFile {
    private static final int FORMAT = 1;

    private ModelCardFile() {}

    /** The content of a file for {@code card}. */
    public static String write(ModelCard card) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("format", FORMAT)
                .put("trial", card.id().text())
                .put("number", card.number());
        ArrayNode labels = json.putArray("labels");
        card.labels().forEach(labels::add);
        ArrayNode shape = json.putArray("shape");
        card.shape().forEach(shape::add);
        ObjectNode scaling = json.putObject("scaling");
        ArrayNode factors = scaling.putArray("factors");
        card.factors().forEach(factors::add);
        ArrayNode offsets = scaling.putArray("offsets");
        card.offsets().forEach(offsets::add);
        return SealedJson.text(json);
    }

    /**
     * The card in a file.
     *
     * @throws IllegalArgumentException that says what is wrong with it
     */
    public static ModelCard read(String text) {
        JsonPart json = SealedJson.read(text);
        int format = json.small("format");
        if (format != FORMAT) {
            throw new IllegalArgumentException("it is of format " + format + ", but only " + FORMAT + " is known.");
        }
        JsonPart scaling = json.part("scaling");
        return new ModelCard(
                new TrialId(json.text("trial")),
                json.small("number"),
                json.list("labels", JsonPart::text),
                json.list("shape", JsonPart::small),
                scaling.list("factors", JsonPart::number),
                scaling.list("offsets", JsonPart::number));
    }
}
