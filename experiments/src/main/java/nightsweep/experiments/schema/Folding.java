package nightsweep.experiments.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says once, under {@code definitions}, what a schema says in several places. */
final class Folding {
    private static final String DEFINITIONS = "definitions";
    /** Characters below which saying it again is shorter. */
    private static final int SHORT = 80;

    private final Map<Object, Integer> times = new LinkedHashMap<>();
    private final Map<Object, String> names = new LinkedHashMap<>();
    private final Map<String, Object> definitions = new LinkedHashMap<>();

    /** @param schema whose {@code definitions} are its last entry */
    Map<String, Object> fold(Map<String, Object> schema) {
        count(schema);
        Map<String, Object> folded = new LinkedHashMap<>();
        schema.forEach((key, value) -> folded.put(key, folded(value)));
        if (schema.get(DEFINITIONS) instanceof Map<?, ?> own) {
            own.forEach((key, value) -> definitions.put(String.valueOf(key), value));
        }
        folded.put(DEFINITIONS, definitions);
        return folded;
    }

    private void count(Object value) {
        if (value instanceof Map<?, ?> map) {
            if (isSchema(map) && times.merge(map, 1, Integer::sum) > 1) {
                return;
            }
            map.values().forEach(this::count);
        } else if (value instanceof List<?> list) {
            list.forEach(this::count);
        }
    }

    /** What has keys of a schema, and not of the file. */
    private static boolean isSchema(Map<?, ?> map) {
        return (map.get("type") != null && !(map.get("type") instanceof Map))
                || map.get("anyOf") instanceof List
                || map.get("enum") instanceof List;
    }

    private Object folded(Object value) {
        if (value instanceof Map<?, ?> map) {
            if (times.getOrDefault(map, 0) > 1 && map.toString().length() > SHORT) {
                return SchemaText.ordered("$ref", "#/" + DEFINITIONS + "/" + definition(map));
            }
            return parts(map);
        }
        return value instanceof List<?> list
                ? list.stream().map(item -> folded(item)).toList()
                : value;
    }

    private Map<String, Object> parts(Map<?, ?> map) {
        Map<String, Object> parts = new LinkedHashMap<>();
        map.forEach((name, part) -> parts.put(String.valueOf(name), folded(part)));
        return parts;
    }

    private String definition(Map<?, ?> map) {
        String known = names.get(map);
        if (known != null) {
            return known;
        }
        String name = "part-" + (names.size() + 1);
        names.put(map, name);
        definitions.put(name, parts(map));
        return name;
    }
}
