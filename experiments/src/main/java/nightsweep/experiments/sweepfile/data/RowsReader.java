package nightsweep.experiments.sweepfile.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.Checks;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.network.Shape;
import nightsweep.experiments.yaml.Section;
import nightsweep.experiments.yaml.Tree;
import nightsweep.experiments.yaml.Values;

/** Reads examples that stand in the sweep file: of each row the numbers, and the class at its end. */
public final class RowsReader {
    private RowsReader() {}

    /** The shape of an example, where {@code dataset} has rows; what is wrong with them is told elsewhere. */
    public static Optional<Shape> shape(Tree dataset) {
        return dataset instanceof Tree.Mapping mapping
                        && mapping.entries().get("rows") instanceof Tree.Sequence rows
                        && !rows.items().isEmpty()
                        && rows.items().get(0) instanceof Tree.Sequence row
                        && row.items().size() > 1
                ? Optional.of(new Shape.Row(row.items().size() - 1))
                : Optional.empty();
    }

    static DataSource read(Section section, Tree tree, DataSource standIn) {
        List<List<Double>> features = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        if (!(tree instanceof Tree.Sequence rows)) {
            section.problems().add(tree.place(), "rows must be a list of lists, but got " + tree.found() + ".");
            return standIn;
        }
        int before = section.problems().complaints();
        for (Tree item : rows.items()) {
            if (item instanceof Tree.Sequence row && row.items().size() > 1) {
                int last = row.items().size() - 1;
                features.add(row.items().subList(0, last).stream()
                        .map(value -> Values.number(section.problems(), "a value", value, 0, Checks::finite))
                        .toList());
                labels.add(
                        Values.text(section.problems(), "a class", row.items().get(last), "unknown"));
            } else {
                section.problems()
                        .add(item.place(), "a row is a list of numbers with a class at its end, such as [0, 1, yes].");
            }
        }
        return section.problems().complaints() > before
                ? standIn
                : section.build(standIn, () -> new DataSource.Rows(features, labels));
    }
}
