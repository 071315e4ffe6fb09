package nightsweep.driver.submit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was typed for Spark.
 *
 * @param options with their values
 * @param conf of each {@code --conf} what stands behind it, in order
 * @param propertiesFile a path
 */
public record SparkWords(Map<SparkOption, String> options, List<String> conf, Optional<String> propertiesFile) {
    /** Nothing. */
    public static final SparkWords NONE = new SparkWords(Map.of(), List.of(), Optional.empty());

    /** The same, which nobody changes any more. */
    public SparkWords {
        EnumMap<SparkOption, String> ordered = new EnumMap<>(SparkOption.class);
        ordered.putAll(options);
        options = Collections.unmodifiableMap(ordered);
        conf = List.copyOf(conf);
    }

    /** Those that are typed nowhere but here: all but {@code --master}. */
    public List<String> beyondMaster() {
        List<String> typed = options.keySet().stream()
                .filter(option -> option != SparkOption.MASTER)
                .map(SparkOption::word)
                .collect(Collectors.toCollection(ArrayList::new));
        if (!conf.isEmpty()) {
            typed.add(SparkOption.CONF);
        }
        if (propertiesFile.isPresent()) {
            typed.add(SparkOption.PROPERTIES_FILE);
        }
        return typed;
    }

    /** As spark-submit takes them. */
    List<String> typed(Path folder) {
        List<String> typed = new ArrayList<>();
        options.forEach((option, value) -> {
            typed.add(option.word());
            typed.add(value);
        });
        for (String one : conf) {
            typed.add(SparkOption.CONF);
            typed.add(one);
        }
        propertiesFile.ifPresent(file -> {
            typed.add(SparkOption.PROPERTIES_FILE);
            typed.add(folder.resolve(file).toString());
        });
        return typed;
    }

    /** A command line without the words that are Spark's, and their values. */
    static List<String> without(List<String> arguments) {
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            if (SparkOption.isOne(argument)) {
                i++;
            } else if (equals < 0 || !SparkOption.isOne(argument.substring(0, equals))) {
                rest.add(argument);
            }
        }
        return rest;
    }
}
