package nightsweep.driver.trace;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.Column;
import nightsweep.driver.table.Field;
import nightsweep.driver.table.Table;
import nightsweep.experiments.sweep.TraceQuantity;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.trace.TracedStep;
import nightsweep.worker.trace.TracedValue;

/** Traced steps as tables, for files and for the screen. */
public final class TraceTables {
    private static final MathContext SHOWN = new MathContext(12);
    private static final MathContext DIFFERENCE = new MathContext(3);
    private static final int MOST_OF_A_KIND = 12;
    private static final double LEAST_PLAIN = 1e-4;
    private static final double MOST_PLAIN = 1e9;

    private TraceTables() {}

    /** One row a number and source, every digit written. */
    public static Table file(Trial trial, TracedStep step, List<TraceLine> lines) {
        List<Field<TraceLine>> fields = List.of(
                new Field<>(Column.number("trial"), line -> Cell.count(trial.number())),
                new Field<>(
                        Column.text("configuration"),
                        line -> Cell.text(trial.configuration().label())),
                new Field<>(Column.number("repeat"), line -> Cell.count(trial.repeat())),
                new Field<>(Column.number("step"), line -> Cell.count(step.step())),
                new Field<>(Column.number("epoch"), line -> Cell.count(step.epoch())),
                new Field<>(
                        Column.text("quantity"),
                        line -> Cell.text(line.traced().quantity().label())),
                new Field<>(Column.number("layer"), line -> place(line.traced().layer())),
                new Field<>(Column.number("example"), line -> example(step, line.traced())),
                new Field<>(
                        Column.number("input"),
                        line -> place(
                                byExample(line.traced()) ? 0 : line.traced().row())),
                new Field<>(Column.number("unit"), line -> place(line.traced().column())),
                new Field<>(
                        Column.text("value"),
                        line -> Cell.text(Double.toString(line.traced().value()))),
                new Field<>(
                        Column.text("published"),
                        line -> Cell.text(
                                line.published().map(BigDecimal::toPlainString).orElse(""))),
                new Field<>(
                        Column.text("difference"),
                        line -> Cell.text(line.difference()
                                .map(value -> Double.toString(value.doubleValue()))
                                .orElse(""))),
                new Field<>(Column.text("source"), line -> Cell.text(line.source())),
                new Field<>(Column.text("note"), line -> Cell.text(line.note())));
        return Table.of("trace", "Trace", fields, lines, List.of());
    }

    /** The same for people: fewer digits, and of many numbers of a kind the first few. */
    public static Table screen(TracedStep step, List<TraceLine> lines) {
        boolean several = step.examples().size() > 1;
        List<Field<TraceLine>> fields = new ArrayList<>();
        if (step.specs().size() > 1) {
            fields.add(new Field<>(Column.text("layer"), line -> Cell.text(layer(line.traced(), step))));
        }
        fields.add(new Field<>(
                Column.text("quantity"),
                line -> Cell.text(line.traced().quantity().label())));
        fields.add(new Field<>(Column.text("at"), line -> Cell.text(at(line.traced(), step, several))));
        fields.add(new Field<>(
                Column.number("ours"), line -> Cell.text(shown(line.traced().value()))));
        fields.addAll(besides(lines));
        String examples = several
                ? "examples " + step.examples().stream().map(String::valueOf).toList()
                : "example " + step.examples().get(0);
        return Table.of(
                "trace",
                "Step " + step.step() + " (epoch " + step.epoch() + ", " + examples + ")",
                fields,
                firstOfEachKind(lines),
                notes(lines));
    }

    /** Under the name of the source where there is but one. */
    private static List<Field<TraceLine>> besides(List<TraceLine> lines) {
        List<String> sources = lines.stream()
                .filter(line -> line.published().isPresent())
                .map(TraceLine::source)
                .distinct()
                .toList();
        if (sources.isEmpty()) {
            return List.of();
        }
        Column published = Column.number("published");
        List<Field<TraceLine>> fields = new ArrayList<>(List.of(
                new Field<>(
                        sources.size() == 1 ? published.titled(sources.get(0)) : published,
                        line -> Cell.text(
                                line.published().map(BigDecimal::toPlainString).orElse(""))),
                new Field<>(Column.number("difference"), line -> Cell.text(difference(line)))));
        if (sources.size() > 1) {
            fields.add(new Field<>(Column.text("source"), line -> Cell.text(line.source())));
        }
        return fields;
    }

    private static List<TraceLine> firstOfEachKind(List<TraceLine> lines) {
        return lines.stream()
                .filter(line -> line.traced().index() < MOST_OF_A_KIND
                        || line.published().isPresent())
                .toList();
    }

    private static List<String> notes(List<TraceLine> lines) {
        Set<String> notes = new LinkedHashSet<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (TraceLine line : lines) {
            counts.merge(kind(line.traced()), line.traced().index() + 1, Math::max);
            if (!line.note().isEmpty()) {
                notes.add(line.source() + " on " + kind(line.traced()) + ": " + line.note());
            }
        }
        counts.forEach((kind, count) -> {
            if (count > MOST_OF_A_KIND) {
                notes.add("The first " + MOST_OF_A_KIND + " of " + count + " " + kind + "; --out writes all.");
            }
        });
        return List.copyOf(notes);
    }

    private static String kind(TracedValue value) {
        return value.quantity().label() + (value.layer() == 0 ? "" : " of layer " + value.layer());
    }

    private static String layer(TracedValue value, TracedStep step) {
        if (value.layer() == 0) {
            return "";
        }
        return value.layer() == step.specs().size() ? "output" : Integer.toString(value.layer());
    }

    private static String at(TracedValue value, TracedStep step, boolean several) {
        String unit = value.column() == 0 ? "" : Integer.toString(value.column());
        if (!byExample(value)) {
            return value.row() == 0 ? unit : value.row() + " -> " + unit;
        }
        if (value.quantity() == TraceQuantity.OUTPUTS) {
            return "example " + value.row() + (value.column() > 1 ? ", " + unit : "");
        }
        return several ? "example " + step.examples().get(value.row() - 1) + (unit.isEmpty() ? "" : ", " + unit) : unit;
    }

    private static boolean byExample(TracedValue value) {
        return switch (value.quantity()) {
            case INPUTS, PRE_ACTIVATIONS, ACTIVATIONS, TARGETS, LOSS, OUTPUTS -> true;
            case WEIGHT_GRADIENTS, BIAS_GRADIENTS, WEIGHTS, BIASES -> false;
        };
    }

    private static Cell place(int place) {
        return place == 0 ? Cell.missing() : Cell.count(place);
    }

    private static Cell example(TracedStep step, TracedValue value) {
        if (!byExample(value)) {
            return Cell.missing();
        }
        return Cell.count(
                value.quantity() == TraceQuantity.OUTPUTS
                        ? value.row()
                        : step.examples().get(value.row() - 1));
    }

    private static String difference(TraceLine line) {
        if (line.agrees()) {
            return "agrees";
        }
        return line.difference()
                .map(value -> (value.signum() > 0 ? "+" : "") + shown(value.round(DIFFERENCE)))
                .orElse("");
    }

    private static String shown(double value) {
        return Double.isFinite(value) ? shown(new BigDecimal(value).round(SHOWN)) : Double.toString(value);
    }

    /** In powers of ten where it is very small or large. */
    private static String shown(BigDecimal value) {
        double size = Math.abs(value.doubleValue());
        BigDecimal trimmed = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (size == 0 || (size >= LEAST_PLAIN && size < MOST_PLAIN)) {
            return trimmed.toPlainString();
        }
        int exponent = trimmed.precision() - trimmed.scale() - 1;
        return trimmed.scaleByPowerOfTen(-exponent)
                        .setScale(trimmed.precision() - 1, RoundingMode.UNNECESSARY)
                        .toPlainString()
                + "e" + exponent;
    }
}
