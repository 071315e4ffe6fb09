package nightsweep.experiments.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import nightsweep.experiments.dataset.FittedColumn;
import nightsweep.experiments.dataset.NumberForm;
import nightsweep.experiments.dataset.Preparation;

/** What becomes of a table's cells, as a part of {@link ModelCardFile}. */
final class PreparationJson {
    private PreparationJson() {}

    static void write(Preparation preparation, ObjectNode json) {
        json.put("cells", preparation.cells());
        texts(json.putArray("unused"), preparation.unused());
        texts(json.putArray("missing"), preparation.missing());
        ArrayNode columns = json.putArray("columns");
        preparation.columns().forEach(column -> write(column, columns.addObject()));
    }

    private static void write(FittedColumn column, ObjectNode json) {
        json.put("name", column.name()).put("place", column.place());
        if (column instanceof FittedColumn.Quantity quantity) {
            json.put("kind", "number")
                    .put("form", quantity.form().label())
                    .put("fill", quantity.fill())
                    .put("flagged", quantity.flagged());
            if (!quantity.sign().isEmpty()) {
                json.put("sign", quantity.sign());
            }
        } else if (column instanceof FittedColumn.Flag flag) {
            json.put("kind", "flag").put("fill", flag.fill()).put("flagged", flag.flagged());
        } else if (column instanceof FittedColumn.Category category) {
            json.put("kind", "category").put("other", category.other()).put("missing", category.missing());
            texts(json.putArray("values"), category.values());
        } else {
            throw new AssertionError(column);
        }
    }

    private static void texts(ArrayNode json, List<String> texts) {
        texts.forEach(json::add);
    }

    static Preparation read(JsonPart json) {
        return new Preparation(
                json.list("columns", PreparationJson::column),
                json.small("cells"),
                json.list("unused", JsonPart::text),
                json.list("missing", JsonPart::text));
    }

    private static FittedColumn column(JsonPart json) {
        String name = json.text("name");
        int place = json.small("place");
        String kind = json.text("kind");
        return switch (kind) {
            case "number" ->
                new FittedColumn.Quantity(
                        name,
                        place,
                        form(json.text("form")),
                        json.present("sign", JsonPart::text).orElse(""),
                        json.number("fill"),
                        json.truth("flagged"));
            case "flag" -> new FittedColumn.Flag(name, place, json.number("fill"), json.truth("flagged"));
            case "category" ->
                new FittedColumn.Category(
                        name, place, json.list("values", JsonPart::text), json.truth("other"), json.truth("missing"));
            default -> throw new IllegalArgumentException("its columns are of kind " + kind + ", which is not known.");
        };
    }

    private static NumberForm form(String label) {
        return Stream.of(NumberForm.values())
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("its numbers are of form " + label + ", which is not known."));
    }
}
