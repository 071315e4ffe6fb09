package nightsweep.experiments.sweepfile.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nightsweep.experiments.dataset.TableForm;
import nightsweep.experiments.yaml.Section;
import nightsweep.experiments.yaml.Tree;
import nightsweep.experiments.yaml.Values;

/** Reads what a sweep says of a table that Spark reads. */
final class SparkFormReader {
    /** Formats that are keys of {@code dataset}. */
    static final List<String> FORMATS = Stream.concat(
                    TableForm.Spark.FILES.stream(), Stream.of(TableForm.Spark.JDBC, TableForm.Spark.HIVE))
            .toList();

    private SparkFormReader() {}

    /** @param kind the key that stands for the format, or {@code spark}, which names it */
    static TableForm read(Section section, String kind) {
        String format = kind.equals("spark")
                ? Values.text(section.problems(), "format", section.required("format"), TableForm.Spark.FILES.get(0))
                : kind;
        Map<String, TableForm.Setting> options = new LinkedHashMap<>();
        section.find("options").ifPresent(tree -> options(section, tree, options));
        List<String> key = section.find("key").map(tree -> key(section, tree)).orElse(List.of());
        return section.build(TableForm.USUAL, () -> new TableForm.Spark(format, options, key));
    }

    private static void options(Section section, Tree tree, Map<String, TableForm.Setting> into) {
        if (!(tree instanceof Tree.Mapping mapping)) {
            section.problems()
                    .add(
                            tree.place(),
                            "options must be a mapping of Spark's names, such as {url: 'jdbc:...'}, but got "
                                    + tree.found() + ".");
            return;
        }
        mapping.entries().forEach((name, value) -> {
            if (value instanceof Tree.Mapping) {
                Section of = Section.of(section.problems(), name, value);
                String variable = Values.text(section.problems(), "variable", of.required("variable"), "unknown");
                of.done();
                into.put(name, new TableForm.Setting(variable, true));
            } else {
                into.put(name, new TableForm.Setting(Values.text(section.problems(), name, value, ""), false));
            }
        });
    }

    private static List<String> key(Section section, Tree tree) {
        List<Tree> columns = tree instanceof Tree.Sequence list ? list.items() : List.of(tree);
        return columns.stream()
                .map(column -> Values.text(section.problems(), "key", column, "unknown"))
                .toList();
    }
}
