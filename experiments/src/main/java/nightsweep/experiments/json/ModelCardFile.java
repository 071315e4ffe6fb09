package nightsweep.experiments.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import nightsweep.experiments.dataset.NumberTarget;
import nightsweep.experiments.dataset.TableColumns;
import nightsweep.experiments.outcome.ModelCard;
import nightsweep.experiments.outcome.ModelInputs;
import nightsweep.experiments.sweep.TrialId;

/** The file beside a saved network that says how to use it: JSON with a checksum as its last field. */
public final class ModelCardFile {
    private static final int FORMAT = 2;

    /** With a preparation, which earlier versions cannot apply. */
    private static final int PREPARED_FORMAT = 3;

    /** With a number to predict, which earlier versions take for no class at all. */
    private static final int NUMBER_FORMAT = 4;

    /** Without inputs. */
    private static final int EARLIER_FORMAT = 1;

    private ModelCardFile() {}

    /** The content of a file for {@code card}. */
    public static String write(ModelCard card) {
        boolean prepared = card.inputs().flatMap(ModelInputs::preparation).isPresent();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("format", card.target().isPresent() ? NUMBER_FORMAT : prepared ? PREPARED_FORMAT : FORMAT)
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
        card.inputs().ifPresent(inputs -> write(inputs, json.putObject("inputs")));
        card.target()
                .ifPresent(target -> json.putObject("target")
                        .put("name", target.name())
                        .put("mean", target.mean())
                        .put("deviation", target.deviation()));
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
        if (format < EARLIER_FORMAT || format > NUMBER_FORMAT) {
            throw new IllegalArgumentException("it is of format " + format + ", but only " + EARLIER_FORMAT + " to "
                    + NUMBER_FORMAT + " are known.");
        }
        JsonPart scaling = json.part("scaling");
        return new ModelCard(
                new TrialId(json.text("trial")),
                json.small("number"),
                json.list("labels", JsonPart::text),
                json.list("shape", JsonPart::small),
                scaling.list("factors", JsonPart::number),
                scaling.list("offsets", JsonPart::number),
                json.present("inputs", ModelCardFile::inputs),
                json.present(
                        "target",
                        target -> new NumberTarget(
                                target.text("name"), target.number("mean"), target.number("deviation"))));
    }

    private static void write(ModelInputs inputs, ObjectNode json) {
        json.put("values", inputs.values().label());
        inputs.columns().ifPresent(columns -> {
            ObjectNode table = json.putObject("columns");
            ArrayNode names = table.putArray("names");
            columns.names().forEach(names::add);
            table.put("label", columns.label()).put("label-place", columns.labelPlace());
        });
        inputs.preparation()
                .ifPresent(preparation -> PreparationJson.write(preparation, json.putObject("preparation")));
    }

    private static ModelInputs inputs(JsonPart json) {
        String label = json.text("values");
        ModelInputs.Values values = Stream.of(ModelInputs.Values.values())
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("its values are " + label + ", which is not known."));
        return new ModelInputs(
                values,
                json.present(
                        "columns",
                        table -> new TableColumns(
                                table.list("names", JsonPart::text), table.text("label"), table.small("label-place"))),
                json.present("preparation", PreparationJson::read));
    }
}
