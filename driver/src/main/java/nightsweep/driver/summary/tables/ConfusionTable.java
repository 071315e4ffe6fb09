package nightsweep.driver.summary.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.Column;
import nightsweep.driver.table.Field;
import nightsweep.driver.table.Table;
import nightsweep.experiments.outcome.ConfusionMatrix;

/** How often each class was taken for each. */
public final class ConfusionTable {
    private static final int MOST_ON_SCREEN = 20;

    private ConfusionTable() {}

    /** One row an actual class, one column a predicted one. */
    public static Table of(ConfusionMatrix confusion) {
        return of(confusion, "Confusion");
    }

    static Table of(ConfusionMatrix confusion, String title) {
        List<Field<Integer>> fields = new ArrayList<>();
        fields.add(new Field<>(
                Column.text("actual"), actual -> Cell.text(confusion.labels().get(actual))));
        List<String> labels = confusion.labels();
        for (int i = 0; i < labels.size(); i++) {
            int predicted = i;
            fields.add(new Field<>(
                    Column.number("predicted-" + labels.get(i)).titled(labels.get(i)),
                    actual -> Cell.count(confusion.count(actual, predicted))));
        }
        List<Integer> classes = IntStream.range(0, labels.size()).boxed().toList();
        return Table.of("confusion", title, fields, classes, List.of());
    }

    private record Mistake(String actual, String predicted, long count) {}

    /** The matrix where it can be read at a glance, else its most frequent mistakes. */
    public static Table onScreen(ConfusionMatrix confusion, String title) {
        int classes = confusion.labels().size();
        if (classes <= MOST_ON_SCREEN) {
            return of(confusion, title + ": actual classes in rows, predicted ones in columns");
        }
        List<Mistake> mistakes = IntStream.range(0, classes)
                .boxed()
                .flatMap(actual -> IntStream.range(0, classes)
                        .filter(predicted -> predicted != actual && confusion.count(actual, predicted) > 0)
                        .mapToObj(predicted -> new Mistake(
                                confusion.labels().get(actual),
                                confusion.labels().get(predicted),
                                confusion.count(actual, predicted))))
                .sorted(Comparator.comparingLong(Mistake::count).reversed())
                .toList();
        return Table.of(
                        "confusion",
                        title + ": the most frequent mistakes",
                        List.of(
                                new Field<>(Column.text("actual"), mistake -> Cell.text(mistake.actual())),
                                new Field<>(Column.text("predicted"), mistake -> Cell.text(mistake.predicted())),
                                new Field<Mistake>(Column.number("count"), mistake -> Cell.count(mistake.count()))),
                        mistakes,
                        List.of())
                .first(MOST_ON_SCREEN);
    }
}
