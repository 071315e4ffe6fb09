package nightsweep.experiments.sweepfile.data;

import java.util.List;
import nightsweep.experiments.Named;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.Splitting;
import nightsweep.experiments.yaml.Choice;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.Tree;
import nightsweep.experiments.yaml.Values;

/** Reads {@code split}. */
final class SplittingReader {
    private static final List<Splitting.By> ALL = List.of(Splitting.By.values());

    private SplittingReader() {}

    static Splitting read(Problems problems, Tree tree, DataSource source) {
        return Choice.of(problems, "split", tree, Named.labels(ALL))
                .flatMap(choice -> Values.named(problems, "split", choice.place(), choice.name(), ALL)
                        .map(by -> read(problems, choice, by, source)))
                .orElse(Splitting.STRATIFIED);
    }

    private static Splitting read(Problems problems, Choice choice, Splitting.By by, DataSource source) {
        String name = by.label();
        if (by == Splitting.By.CLASS) {
            if (choice.arguments().isPresent()) {
                problems.add(choice.place(), name + " takes no column.");
            }
            return Splitting.STRATIFIED;
        }
        if (!(source instanceof DataSource.Csv)) {
            problems.add(choice.place(), name + " needs a column of a table, but the data are no csv.");
            return Splitting.STRATIFIED;
        }
        if (choice.arguments().isEmpty()) {
            problems.add(
                    choice.place(),
                    name + " needs the name of a column, such as {" + name + ": "
                            + (by == Splitting.By.TIME ? "date" : "patient") + "}.");
            return Splitting.STRATIFIED;
        }
        return new Splitting(by, Values.text(problems, name, choice.arguments().get(), "unknown"));
    }
}
