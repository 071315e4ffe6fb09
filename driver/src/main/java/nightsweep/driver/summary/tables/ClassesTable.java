package nightsweep.driver.summary.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import nightsweep.driver.summary.ranking.Endings;
import nightsweep.driver.summary.ranking.TrialEnding;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.Column;
import nightsweep.driver.table.Field;
import nightsweep.driver.table.Table;
import nightsweep.experiments.outcome.ClassCounts;
import nightsweep.experiments.outcome.ClassScores;
import org.jspecify.annotations.Nullable;

/** How well each class was recognised in each completed trial. */
public final class ClassesTable {
    private static final int AVERAGES = 2;

    private ClassesTable() {}

    /** A class of a trial, or one of its averages; for one thread. */
    private static final class Row {
        private final TrialEnding trial;
        private final ClassCounts classes;
        private final int place;
        private @Nullable ClassScores scores;

        /** @param place of the class; the number of classes for the macro average, and one more for the weighted */
        Row(TrialEnding trial, ClassCounts classes, int place) {
            this.trial = trial;
            this.classes = classes;
            this.place = place;
        }

        TrialEnding trial() {
            return trial;
        }

        String label() {
            return place < classes.labels().size() ? classes.labels().get(place) : scores().label();
        }

        /** Worked out when they are first asked for. */
        ClassScores scores() {
            ClassScores known = scores;
            if (known == null) {
                int count = classes.labels().size();
                known = place < count
                        ? classes.scores(place)
                        : place == count ? classes.macroAverage() : classes.weightedAverage();
                scores = known;
            }
            return known;
        }
    }

    /** Rows that are made when they are looked at: there are a dozen for each trial. */
    private static final class AllRows {
        private final List<TrialEnding> trials = new ArrayList<>();
        private final List<ClassCounts> classes = new ArrayList<>();
        private final int[] ends;

        AllRows(Endings endings) {
            for (TrialEnding trial : endings.completed()) {
                trial.ending().figures().ifPresent(figures -> {
                    trials.add(trial);
                    classes.add(figures.classes());
                });
            }
            ends = new int[trials.size()];
            int end = 0;
            for (int i = 0; i < ends.length; i++) {
                end += classes.get(i).labels().size() + AVERAGES;
                ends[i] = end;
            }
        }

        int count() {
            return ends.length == 0 ? 0 : ends[ends.length - 1];
        }

        Row row(int index) {
            int found = Arrays.binarySearch(ends, index + 1);
            int trial = found < 0 ? -found - 1 : found;
            return new Row(trials.get(trial), classes.get(trial), trial == 0 ? index : index - ends[trial - 1]);
        }
    }

    /** One row a completed trial and class, then its averages. */
    public static Table of(Endings endings) {
        AllRows rows = new AllRows(endings);
        List<Field<Row>> before = List.of(
                new Field<>(
                        Column.number("trial"),
                        row -> Cell.count(row.trial().trial().number())),
                new Field<>(
                        Column.text("id"),
                        row -> Cell.text(row.trial().trial().id().text())),
                new Field<>(
                        Column.number("configuration"),
                        row -> Cell.count(row.trial().configuration().number())));
        List<Field<Row>> after = new ArrayList<>();
        after.add(new Field<>(
                Column.number("repeat"), row -> Cell.count(row.trial().trial().repeat())));
        if (endings.sweep().folds() > 1) {
            after.add(new Field<>(
                    Column.number("fold"), row -> Cell.count(row.trial().trial().fold())));
        }
        after.addAll(List.of(
                new Field<>(Column.text("class"), row -> Cell.text(row.label())),
                score("precision", ClassScores::precision),
                score("recall", ClassScores::recall),
                score("f1", ClassScores::f1),
                new Field<>(
                        Column.number("support"), row -> Cell.count(row.scores().support()))));
        return Table.of(
                "classes",
                "Classes",
                AxisFields.between(before, endings.sweep(), row -> row.trial().configuration(), after),
                rows.count(),
                rows::row,
                List.of());
    }

    private static Field<Row> score(String name, ToDoubleFunction<ClassScores> figure) {
        return new Field<>(Column.number(name), row -> Cell.score(figure.applyAsDouble(row.scores())));
    }
}
