package nightsweep.driver.summary.effects;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import nightsweep.driver.statistics.RepeatedMean;
import nightsweep.driver.summary.effects.Effects.AxisEffect;
import nightsweep.driver.summary.effects.Effects.CrossedLevels;
import nightsweep.driver.summary.effects.Effects.Interaction;
import nightsweep.driver.summary.effects.Effects.Level;
import nightsweep.driver.summary.ranking.Endings;
import nightsweep.driver.summary.ranking.IdenticalConfigurations;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.Column;
import nightsweep.driver.table.Field;
import nightsweep.driver.table.Table;
import nightsweep.experiments.network.LossName;

/** What the axes do, alone and in twos. */
public final class EffectsTables {
    private EffectsTables() {}

    private record Share(Effects of, String source, double share, double chance) {}

    private record AxisRow(Effects of, AxisEffect axis, Level level) {}

    private record CrossedRow(Effects of, Interaction axes, CrossedLevels cell) {}

    /** What explains the variance of the objective, the axis or interaction that explains most first. */
    public static Table variance(Endings endings, List<Effects> effects) {
        List<Field<Share>> fields = new ArrayList<>(lossKind(endings, Share::of));
        fields.add(new Field<>(Column.text("source"), row -> Cell.text(row.source())));
        fields.add(score(Column.number("share"), Share::share));
        fields.add(score(Column.number("by-chance").titled("by chance"), Share::chance));
        return Table.of(
                "variance",
                "What explains the variance of " + endings.selection().title(),
                fields,
                effects.stream().flatMap(EffectsTables::shares).toList(),
                notes(endings, effects));
    }

    private static Stream<Share> shares(Effects effects) {
        Stream<Share> sources = Stream.<Effects.Source>concat(effects.axes().stream(), effects.interactions().stream())
                .sorted(Comparator.comparingDouble(Effects.Source::share).reversed())
                .map(source -> new Share(effects, source.title(), source.share(), source.chance()));
        Stream<Share> others = Stream.of(
                new Share(effects, "three axes and more", effects.rest(), Double.NaN),
                new Share(effects, "repeats", effects.repeats(), Double.NaN));
        return Stream.concat(sources, others).filter(share -> !Double.isNaN(share.share()));
    }

    private static List<String> notes(Endings endings, List<Effects> effects) {
        List<String> notes = new ArrayList<>();
        if (effects.isEmpty()) {
            return notes;
        }
        notes.add("Shares are eta squared; by chance is what each would come to if nothing had an effect.");
        if (!effects.stream().allMatch(Effects::balanced)) {
            notes.add("Not every combination of values has the same number of completed trials: shares overlap and need"
                    + " not add up to one, and a mean over one axis depends on which values of the others it met.");
        }
        int leftOut = effects.stream().mapToInt(Effects::leftOut).sum();
        if (leftOut > 0) {
            notes.add(leftOut + (leftOut == 1 ? " trial is" : " trials are")
                    + " in no mean: " + (endings.totals().stopped() > 0 ? "stopped, " : "")
                    + "diverged, failed, not run, or without a finite "
                    + endings.selection().title() + ".");
        }
        if (!IdenticalConfigurations.of(endings).isEmpty()) {
            notes.add("Configurations that are the same computation count in every mean, as the grid has them, but tell"
                    + " nothing twice: what a share would come to by chance takes them for different ones.");
        }
        if (effects.stream().allMatch(one -> Double.isNaN(one.repeats()))) {
            notes.add("Without repeats, chance hides in the interactions.");
        }
        return notes;
    }

    /** One row for each value of each axis. */
    public static Table effects(Endings endings, List<Effects> effects) {
        List<AxisRow> rows = effects.stream()
                .flatMap(one -> one.axes().stream()
                        .flatMap(axis -> axis.levels().stream().map(level -> new AxisRow(one, axis, level))))
                .toList();
        List<Field<AxisRow>> fields = new ArrayList<>(lossKind(endings, AxisRow::of));
        fields.add(new Field<>(Column.text("axis"), row -> Cell.text(row.axis().axis())));
        fields.add(
                new Field<>(Column.text("value"), row -> Cell.text(row.level().value())));
        fields.addAll(means(row -> row.level().mean()));
        fields.add(new Field<>(
                Column.number("left-out"), row -> Cell.count(row.level().leftOut())));
        fields.add(score(
                Column.number("share").titled("share of the axis"),
                row -> row.axis().share()));
        return Table.of(
                "effects",
                "Effects of single axes on " + endings.selection().title(),
                fields,
                rows,
                notes(endings, effects));
    }

    /** One row for each two values of each two axes. */
    public static Table interactions(Endings endings, List<Effects> effects) {
        List<CrossedRow> rows = effects.stream()
                .flatMap(one -> one.interactions().stream()
                        .flatMap(axes -> axes.cells().stream().map(cell -> new CrossedRow(one, axes, cell))))
                .toList();
        List<Field<CrossedRow>> fields = new ArrayList<>(lossKind(endings, CrossedRow::of));
        fields.add(new Field<>(
                Column.text("first-axis"), row -> Cell.text(row.axes().first())));
        fields.add(new Field<>(
                Column.text("first-value"), row -> Cell.text(row.cell().first())));
        fields.add(new Field<>(
                Column.text("second-axis"), row -> Cell.text(row.axes().second())));
        fields.add(new Field<>(
                Column.text("second-value"), row -> Cell.text(row.cell().second())));
        fields.addAll(means(row -> row.cell().mean()));
        fields.add(new Field<>(
                Column.number("left-out"), row -> Cell.count(row.cell().leftOut())));
        fields.add(score(
                Column.difference("beyond").titled("beyond sum"),
                row -> row.cell().beyond()));
        fields.add(score(
                Column.number("share").titled("share of the two"),
                row -> row.axes().share()));
        return Table.of(
                "interactions",
                "Interactions of two axes in " + endings.selection().title(),
                fields,
                rows,
                notes(endings, effects));
    }

    private static <T> List<Field<T>> means(Function<T, RepeatedMean> mean) {
        return List.of(
                score(Column.number("mean"), row -> mean.apply(row).mean()),
                score(Column.number("low"), row -> mean.apply(row).interval().low()),
                score(Column.number("high"), row -> mean.apply(row).interval().high()),
                new Field<T>(
                        Column.number("completed"),
                        row -> Cell.count(mean.apply(row).n())));
    }

    private static <T> List<Field<T>> lossKind(Endings endings, Function<T, Effects> effects) {
        return endings.selection().ranksWithinLossKinds()
                ? List.of(new Field<>(
                        Column.text("loss-kind"),
                        row -> Cell.text(effects.apply(row)
                                .lossKind()
                                .map(LossName::label)
                                .orElse(""))))
                : List.of();
    }

    private static <T> Field<T> score(Column column, ToDoubleFunction<T> figure) {
        return new Field<>(column, row -> Cell.score(figure.applyAsDouble(row)));
    }
}
