package nightsweep.experiments.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nightsweep.experiments.yaml.FlowText;
import org.jspecify.annotations.Nullable;

/**
 * A value in a JSON file that knows its way from the root, which is only put in words when something is wrong: a large
 * run has millions of such values.
 *
 * @param parent null for the root
 * @param field its name in the parent; empty for the root and in lists
 * @param index its place in the parent, where that is a list
 */
record JsonPart(JsonNode node, @Nullable JsonPart parent, String field, int index) {

    /** The whole of a file. */
    static JsonPart root(JsonNode node) {
        return new JsonPart(node, null, "", 0);
    }

    /** Field names and list indexes joined by dots; empty for the root. */
    private String key() {
        if (parent == null) {
            return "";
        }
        String name = field.isEmpty() ? String.valueOf(index) : field;
        return parent.parent == null ? name : parent.key() + "." + name;
    }

    void requireObject() {
        require(node.isObject(), "an object");
    }

    /** The value of a field, which must be there. */
    JsonPart part(String field) {
        JsonPart part = new JsonPart(node.path(field), this, field, 0);
        if (part.node.isMissingNode()) {
            throw new IllegalArgumentException(part.key() + " is missing.");
        }
        return part;
    }

    /** The value of a field that may be {@code null}. */
    <T> Optional<T> optional(String field, Function<JsonPart, T> reader) {
        JsonPart part = part(field);
        return part.node.isNull() ? Optional.empty() : Optional.of(reader.apply(part));
    }

    /** The value of a field that files of earlier versions do not have. */
    <T> Optional<T> present(String field, Function<JsonPart, T> reader) {
        return node.has(field) ? Optional.of(reader.apply(part(field))) : Optional.empty();
    }

    <T> List<T> list(String field, Function<JsonPart, T> reader) {
        return part(field).items(reader);
    }

    <T> List<T> items(Function<JsonPart, T> reader) {
        require(node.isArray(), "a list");
        List<T> items = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            items.add(reader.apply(new JsonPart(node.get(i), this, "", i)));
        }
        return List.copyOf(items);
    }

    /** The values of a list of so many. */
    List<JsonPart> items(int count) {
        require(node.isArray() && node.size() == count, "a list of " + count);
        return items(item -> item);
    }

    String text(String field) {
        return part(field).text();
    }

    String text() {
        require(node.isTextual(), "a text");
        return node.textValue();
    }

    long whole(String field) {
        return part(field).whole();
    }

    long whole() {
        require(node.isIntegralNumber() && node.canConvertToLong(), "a whole number");
        return node.longValue();
    }

    int small(String field) {
        return part(field).small();
    }

    int small() {
        require(node.isIntegralNumber() && node.canConvertToInt(), "a whole number");
        return node.intValue();
    }

    boolean truth(String field) {
        JsonPart part = part(field);
        part.require(part.node.isBoolean(), "true or false");
        return part.node.booleanValue();
    }

    double number(String field) {
        return part(field).number();
    }

    double number() {
        if (node.isTextual()) {
            String text = node.textValue();
            require(List.of("NaN", "Infinity", "-Infinity").contains(text), "a number");
            return Double.parseDouble(text);
        }
        require(node.isNumber(), "a number");
        return node.doubleValue();
    }

    private void require(boolean kind, String expected) {
        if (!kind) {
            String where = parent == null ? "it" : key();
            String found = node.isMissingNode() ? "nothing" : FlowText.abbreviated(node.toString());
            throw new IllegalArgumentException(where + " must be " + expected + ", but got " + found + ".");
        }
    }
}
