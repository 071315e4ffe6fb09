package nightsweep.experiments.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nightsweep.experiments.yaml.References;
import nightsweep.experiments.yaml.Values;

/**
 * Forms as JSON Schema, draft 7. What a form does not know is allowed, so that no file is refused that can be read.
 *
 * @param axes whether {@code $axis} may stand for any value
 */
record SchemaText(boolean axes) {
    private static final String AXIS = "#/definitions/axis";

    /** What {@code $axis} looks like. */
    static Map<String, Object> axis() {
        return ordered("type", "string", "pattern", "^\\$" + References.AXIS_NAME + "$");
    }

    Map<String, Object> of(Form form) {
        List<Map<String, Object>> ways = new ArrayList<>();
        addScalars(form, ways);
        addMapping(form, ways);
        if (form.listed()) {
            ways.add(ordered("type", "array", "items", of(form.part(Form.ITEM))));
        }
        if (ways.isEmpty()) {
            return new LinkedHashMap<>();
        }
        if (axes) {
            ways.add(ordered("$ref", AXIS));
        }
        Map<String, Object> schema = ways.size() == 1 ? ways.get(0) : ordered("anyOf", ways);
        form.always().ifPresent(value -> schema.put("default", plain(value)));
        return schema;
    }

    private static void addScalars(Form form, List<Map<String, Object>> ways) {
        List<Object> words = new ArrayList<>();
        form.names().forEach(name -> words.addAll(written(name)));
        form.labels().forEach(label -> words.addAll(written(label)));
        if (!words.isEmpty()) {
            ways.add(ordered("enum", words));
        }
        form.kinds().forEach((kind, bounds) -> {
            switch (kind) {
                // A word is looked for in what was read as a text.
                case TEXT -> {
                    if (words.isEmpty()) {
                        ways.add(ordered("type", List.of("string", "number", "boolean")));
                    }
                }
                case WHOLE -> ways.add(number("integer", Values.WHOLE.pattern(), bounds));
                case NUMBER -> ways.add(number("number", Values.NUMBER.pattern(), bounds));
                case NOTHING -> ways.add(ordered("type", "null"));
                default -> throw new AssertionError(kind);
            }
        });
    }

    /** Numbers may be written in quotes, and with underscores. */
    private static Map<String, Object> number(String type, String pattern, Bounds bounds) {
        Map<String, Object> schema = ordered("type", List.of(type, "string"), "pattern", "^(" + pattern + ")$");
        end(bounds.least(), "minimum", "exclusiveMinimum", 0, schema);
        end(bounds.most(), "maximum", "exclusiveMaximum", 1, schema);
        return schema;
    }

    private static void end(Bounds.End end, String included, String excluded, int value, Map<String, Object> schema) {
        if (end != Bounds.End.OPEN) {
            schema.put(end == Bounds.End.INCLUDED ? included : excluded, value);
        }
    }

    private void addMapping(Form form, List<Map<String, Object>> ways) {
        if (!form.names().isEmpty()) {
            Map<String, Object> arguments = mapping(form, form.names(), Set.of());
            arguments.put("minProperties", 1);
            arguments.put("maxProperties", 1);
            ways.add(arguments);
        }
        if (form.open()) {
            ways.add(ordered("type", "object"));
        } else if (form.closed()) {
            ways.add(mapping(form, form.keys(), form.required()));
        }
    }

    private Map<String, Object> mapping(Form form, Set<String> keys, Set<String> required) {
        Map<String, Object> properties = new LinkedHashMap<>();
        keys.forEach(key -> properties.put(key, of(form.part(key))));
        Map<String, Object> schema = ordered("type", "object", "properties", properties, "additionalProperties", false);
        if (!required.isEmpty()) {
            schema.put("required", List.copyOf(required));
        }
        return schema;
    }

    /** A word as YAML reads it: {@code true} is no text. */
    private static List<Object> written(String word) {
        return word.equals("true") || word.equals("false") ? List.of(word, Boolean.valueOf(word)) : List.of(word);
    }

    private static Object plain(Object value) {
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e9
                ? (Object) number.longValue()
                : value;
    }

    /** A mapping that keeps the order of {@code keysAndValues}. */
    static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            ordered.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return ordered;
    }
}
