package nightsweep.experiments.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A value in a JSON file that knows its way from the root.
 *
 * @param key field names and list indexes joined by dots; empty for the root
 */
record JsonPart(JsonNode node, String key) {

    void requireObject() {
        require(node.isObject(), "an object");
    }

    /** The value of a field, which must be there. */
    JsonPart part(String field) {
        JsonPart part = new JsonPart(node.path(field), key.isEmpty() ? field : key + "." + field);
        if (part.node.isMissingNode()) {
            throw new IllegalArgumentException(part.key + " is missing.");
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
        return IntStream.range(0, node.size())
                .mapToObj(i -> reader.apply(new JsonPart(node.get(i), key + "." + i)))
                .toList();
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

    double number(String field) {
        JsonPart part = part(field);
        if (part.node.isTextual()) {
            String text = part.node.textValue();
            part.require(List.of("NaN", "Infinity", "-Infinity").contains(text), "a number");
            return Double.parseDouble(text);
        }
        part.require(part.node.isNumber(), "a number");
        return part.node.doubleValue();
    }

    private void require(boolean kind, String expected) {
        if (!kind) {
            String where = key.isEmpty() ? "it" : key;
            String found = node.isMissingNode() ? "nothing" : FlowText.abbreviated(node.toString());
            throw new IllegalArgumentException(where + " must be " + expected + ", but got " + found + ".");
        }
    }
}
