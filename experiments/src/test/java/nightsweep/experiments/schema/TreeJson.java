package nightsweep.experiments.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nightsweep.experiments.json.PlainJson;
import nightsweep.experiments.yaml.Place;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.Tree;
import nightsweep.experiments.yaml.TreeReader;
import org.jspecify.annotations.Nullable;

/** YAML as an editor hands it to a schema: values of the core schema of YAML 1.2. */
final class TreeJson {
    private TreeJson() {}

    static String of(String yaml) {
        return PlainJson.text(mapping((Tree.Mapping) TreeReader.read(yaml, new Place(0, ""), new Problems())));
    }

    private static Map<String, @Nullable Object> mapping(Tree.Mapping mapping) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        mapping.entries().forEach((key, part) -> values.put(key, value(part)));
        return values;
    }

    private static @Nullable Object value(Tree tree) {
        if (tree instanceof Tree.Mapping mapping) {
            return mapping(mapping);
        } else if (tree instanceof Tree.Sequence list) {
            List<@Nullable Object> values = new ArrayList<>();
            list.items().forEach(item -> values.add(value(item)));
            return values;
        } else if (tree instanceof Tree.Scalar scalar) {
            return scalar(scalar);
        }
        throw new AssertionError(tree);
    }

    private static @Nullable Object scalar(Tree.Scalar scalar) {
        String text = scalar.text();
        if (scalar.quotes() == Tree.Quotes.WITH) {
            return text;
        } else if (scalar.isNothing()) {
            return null;
        } else if (text.matches("[-+]?[0-9]+")) {
            return Long.valueOf(text);
        } else if (text.matches("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?")) {
            return Double.valueOf(text);
        }
        return text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
    }
}
