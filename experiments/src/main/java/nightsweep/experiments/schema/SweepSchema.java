package nightsweep.experiments.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nightsweep.experiments.json.PlainJson;
import nightsweep.experiments.yaml.References;

/**
 * The sweep file as JSON Schema, for completion and checks in editors. It is made by the readers themselves, so that it
 * has each key that they know and no other. A file that it allows may still be refused: what depends on two places at
 * once is not told.
 */
public final class SweepSchema {
    /** Where {@code $axis} may stand for a value. */
    private static final Set<String> VARIED = Set.of("dataset", "network", "training", "evaluation");

    private SweepSchema() {}

    public static String json() {
        Form file = Exploration.file();
        Map<String, Object> properties = new LinkedHashMap<>();
        file.keys().forEach(key -> properties.put(key, new SchemaText(VARIED.contains(key)).of(file.part(key))));
        properties.put("grid", grid(file.part("grid")));
        Map<String, Object> schema = SchemaText.ordered(
                "$schema",
                "http://json-schema.org/draft-07/schema#",
                "title",
                "A sweep of Nightsweep",
                "type",
                "object",
                "properties",
                properties,
                "additionalProperties",
                false,
                "required",
                List.copyOf(file.required()),
                "definitions",
                SchemaText.ordered("axis", SchemaText.axis()));
        return PlainJson.text(new Folding().fold(schema));
    }

    /** An axis that is written as a range has the keys of one; any other has what it likes. */
    private static Map<String, Object> grid(Form grid) {
        Map<String, Object> range = SchemaText.ordered("type", "object", "required", List.of("from", "to"));
        return SchemaText.ordered(
                "type",
                "object",
                "propertyNames",
                SchemaText.ordered("pattern", "^" + References.AXIS_NAME + "$"),
                "additionalProperties",
                SchemaText.ordered("if", range, "then", new SchemaText(false).of(grid.part(Exploration.AXIS))));
    }
}
