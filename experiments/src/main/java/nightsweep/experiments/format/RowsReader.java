package nightsweep.experiments.format;

import java.util.ArrayList;
import java.util.List;
import nightsweep.experiments.Checks;
import nightsweep.experiments.dataset.DataSource;

/** Reads examples that stand in the sweep file: of each row the numbers, and the class at its end. */
final class RowsReader {
    private RowsReader() {}

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
