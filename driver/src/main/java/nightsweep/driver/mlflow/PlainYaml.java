package nightsweep.driver.mlflow;

import java.util.List;
import java.util.Map;

/** Texts, whole numbers and empty lists by key as YAML. */
final class PlainYaml {
    private PlainYaml() {}

    static String text(Map<String, Object> entries) {
        StringBuilder yaml = new StringBuilder();
        entries.forEach((key, value) ->
                yaml.append(key).append(": ").append(written(value)).append('\n'));
        return yaml.toString();
    }

    private static String written(Object value) {
        if (value instanceof Number) {
            return value.toString();
        } else if (value instanceof List<?> list && list.isEmpty()) {
            return "[]";
        }
        return "'" + value.toString().replaceAll("\\p{Cntrl}", " ").replace("'", "''") + "'";
    }
}
