package nightsweep.driver.summary.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import nightsweep.driver.summary.ranking.ConfigurationEndings;
import nightsweep.driver.summary.ranking.Endings;
import nightsweep.driver.summary.ranking.Ranking;
import nightsweep.driver.summary.ranking.Ranking.Ranked;
import nightsweep.driver.summary.ranking.TrialEnding;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.Column;
import nightsweep.driver.table.Field;
import nightsweep.driver.table.Table;

/** For the screen: F1 by class of each ranked configuration, averaged over its repeats. */
public final class F1Table {
    private static final int MOST_COLUMNS = 12;
    private static final int WORST = 5;

    private F1Table() {}

    /** Classes in columns; where they are many, or not the same throughout, the worst of each configuration. */
    public static Table of(Endings endings) {
        List<Ranked<ConfigurationEndings>> rows = Ranking.ofConfigurations(endings).stream()
                .filter(row -> row.rank() > 0)
                .toList();
        List<List<String>> labels = rows.stream()
                .flatMap(row -> row.item().completed().stream())
                .map(TrialEnding::labels)
                .distinct()
                .toList();
        List<Field<Ranked<ConfigurationEndings>>> fields = new ArrayList<>();
        fields.add(new Field<>(Column.number("rank"), Ranked::rankCell));
        fields.add(new Field<>(
                Column.number("configuration"),
                row -> Cell.count(row.item().configuration().number())));
        fields.add(new Field<>(
                Column.text("values"),
                row -> Cell.text(row.item().configuration().label())));
        boolean readable = labels.size() == 1 && labels.get(0).size() <= MOST_COLUMNS;
        fields.addAll(readable ? eachClass(labels.get(0)) : worstClasses());
        return Table.of("classes", "F1 by class, on test examples", fields, rows, List.of());
    }

    private static List<Field<Ranked<ConfigurationEndings>>> eachClass(List<String> labels) {
        List<Field<Ranked<ConfigurationEndings>>> fields = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            int index = i;
            fields.add(new Field<>(
                    Column.number("class-" + i).titled(labels.get(i)).decimals(3),
                    row -> Cell.score(f1(row.item(), index))));
        }
        return fields;
    }

    private static List<Field<Ranked<ConfigurationEndings>>> worstClasses() {
        List<Field<Ranked<ConfigurationEndings>>> fields = new ArrayList<>();
        for (int i = 0; i < WORST; i++) {
            int place = i;
            fields.add(new Field<>(
                    Column.text("worst-" + i).titled(i == 0 ? "worst" : "next"),
                    row -> Cell.text(worst(row.item(), place))));
        }
        return fields;
    }

    private static double f1(ConfigurationEndings configuration, int index) {
        return configuration.spread(trial -> trial.f1(index)).mean();
    }

    private static String worst(ConfigurationEndings configuration, int place) {
        List<String> classes = configuration.completed().get(0).labels();
        return IntStream.range(0, classes.size())
                .boxed()
                .sorted(Comparator.comparingDouble(index -> f1(configuration, index)))
                .skip(place)
                .findFirst()
                .map(index -> String.format(Locale.ROOT, "%s %.4f", classes.get(index), f1(configuration, index)))
                .orElse("");
    }
}
