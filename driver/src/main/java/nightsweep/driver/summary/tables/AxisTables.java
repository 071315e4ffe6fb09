package nightsweep.driver.summary.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import nightsweep.driver.summary.ranking.Endings;
import nightsweep.driver.summary.ranking.Selection;
import nightsweep.driver.summary.ranking.Spread;
import nightsweep.driver.summary.ranking.Status;
import nightsweep.driver.summary.ranking.TrialEnding;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.Column;
import nightsweep.driver.table.Field;
import nightsweep.driver.table.Table;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.sweep.Axis;

/** For each axis what each of its values gave, over all trials that have it. */
public final class AxisTables {
    private AxisTables() {}

    private record Row(String value, LossName lossKind, List<TrialEnding> trials, Spread objective) {
        long count(Status status) {
            return trials.stream().filter(trial -> trial.status() == status).count();
        }
    }

    /** One table an axis, in their order. */
    public static List<Table> of(Endings endings) {
        List<Table> tables = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Axis axis : endings.sweep().axes()) {
            String name = "axis-" + axis.name().replaceAll("[^A-Za-z0-9_-]", "-");
            while (!names.add(name)) {
                name += "-";
            }
            tables.add(of(axis, name, endings));
        }
        return tables;
    }

    private static Table of(Axis axis, String name, Endings endings) {
        Selection selection = endings.selection();
        List<Row> rows = new ArrayList<>();
        Map<Place, List<TrialEnding>> places = places(axis, endings);
        for (String value : axis.levels()) {
            for (int group = 0; group < selection.groups().size(); group++) {
                List<TrialEnding> trials = places.getOrDefault(new Place(value, group), List.of());
                if (!trials.isEmpty()) {
                    rows.add(new Row(value, selection.groups().get(group), trials, objective(trials, selection)));
                }
            }
        }
        return Table.of(
                name, sentence(selection.title()) + " by " + axis.name(), fields(axis, endings), rows, List.of());
    }

    /** A value of the axis, and a group that is ranked by itself. */
    private record Place(String value, int group) {}

    /** In one pass: an axis may have as many values as there are configurations. */
    private static Map<Place, List<TrialEnding>> places(Axis axis, Endings endings) {
        Map<Place, List<TrialEnding>> places = new LinkedHashMap<>();
        for (TrialEnding trial : endings.alike()) {
            String value = axis.level(trial.configuration());
            if (!value.isEmpty()) {
                int group = endings.selection().group(trial.configuration());
                places.computeIfAbsent(new Place(value, group), key -> new ArrayList<>())
                        .add(trial);
            }
        }
        return places;
    }

    private static Spread objective(List<TrialEnding> trials, Selection selection) {
        return Spread.of(trials.stream().mapToDouble(selection::value).filter(Double::isFinite));
    }

    private static List<Field<Row>> fields(Axis axis, Endings endings) {
        Selection selection = endings.selection();
        boolean stops = endings.totals().stopped() > 0;
        List<Field<Row>> fields = new ArrayList<>();
        fields.add(new Field<>(Column.text("value").titled(axis.name()), row -> Cell.text(row.value())));
        if (selection.ranksWithinLossKinds()) {
            fields.add(new Field<>(
                    Column.text("loss-kind"), row -> Cell.text(row.lossKind().label())));
        }
        fields.add(score("mean", Spread::mean));
        fields.add(score("deviation", Spread::deviation));
        fields.add(score("least", Spread::least));
        fields.add(score("greatest", Spread::greatest));
        for (Status status : Status.values()) {
            if (status != Status.STOPPED || stops) {
                fields.add(new Field<>(
                        Column.number(status.label().replace(' ', '-')), row -> Cell.count(row.count(status))));
            }
        }
        return fields;
    }

    private static Field<Row> score(String name, ToDoubleFunction<Spread> figure) {
        return new Field<>(Column.number(name), row -> Cell.score(figure.applyAsDouble(row.objective())));
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
