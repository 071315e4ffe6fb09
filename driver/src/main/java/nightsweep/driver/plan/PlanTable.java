package nightsweep.driver.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.Column;
import nightsweep.driver.table.Field;
import nightsweep.driver.table.Table;
import nightsweep.experiments.sweep.Axis;
import nightsweep.experiments.sweep.Configuration;

/** A plan as tables: {@code plan.csv} with a row a trial, and a shorter one with a row a configuration to look at. */
public final class PlanTable {
    private static final double MILLIS = 1_000;

    private PlanTable() {}

    /** What {@code plan.csv} holds, which depends on nothing but the plan. */
    public static Table trials(Plan plan) {
        List<Field<PlannedTrial>> fields = new ArrayList<>();
        fields.add(count("trial", planned -> planned.trial().number()));
        fields.add(text("id", planned -> planned.trial().id().text()));
        fields.add(count("configuration", planned -> configuration(planned).number()));
        fields.addAll(axes(plan));
        fields.add(count("repeat", planned -> planned.trial().repeat()));
        if (plan.sweep().folds() > 1) {
            fields.add(count("fold", planned -> planned.trial().fold()));
        }
        fields.add(text("seed", planned -> Long.toString(planned.trial().seed())));
        fields.add(count("parameters", PlannedTrial::parameters));
        fields.add(text("engine", planned -> planned.engine().describe()));
        fields.add(count("steps", PlannedTrial::steps));
        fields.add(new Field<>(
                Column.number("estimated-seconds"),
                planned -> Cell.score(Math.rint(planned.estimatedMillis() / MILLIS * 10) / 10)));
        fields.add(new Field<>(
                Column.number("same-as"),
                planned -> planned.sameAs().isPresent()
                        ? Cell.count(planned.sameAs().getAsInt())
                        : Cell.missing()));
        fields.add(text("findings", PlanTable::findings));
        return Table.of("plan", "Plan", fields, plan.trials(), List.of());
    }

    /** A row a configuration; columns that say the same of all are left out. */
    static Table configurations(Plan plan) {
        List<PlannedTrial> firsts = plan.trials().stream()
                .filter(planned -> planned.trial().place() == 0)
                .toList();
        List<Field<PlannedTrial>> fields = new ArrayList<>();
        fields.add(new Field<>(
                Column.number("number").titled("#"),
                planned -> Cell.count(configuration(planned).number())));
        fields.addAll(axes(plan));
        if (PlanText.networks(plan).size() > 1) {
            fields.add(text("network", PlanTable::sketch));
            fields.add(count("parameters", PlannedTrial::parameters));
        }
        fields.add(text("estimated", planned -> estimated(plan, planned)));
        return Table.of("configurations", "Configurations", fields, firsts, List.of());
    }

    private static String estimated(Plan plan, PlannedTrial planned) {
        if (!planned.valid()) {
            return "invalid";
        }
        return planned.sameAs().isPresent()
                ? "same as " + plan.configuration(planned.sameAs().getAsInt()).number()
                : TimeSpan.text(planned.estimatedMillis() * plan.sweep().trialsAtFirst());
    }

    /** The network of a trial in short, such as {@code 784-512-128-10}. */
    static String sketch(PlannedTrial planned) {
        return configuration(planned).network().sketch(planned.facts().input());
    }

    private static List<Field<PlannedTrial>> axes(Plan plan) {
        return plan.sweep().axes().stream().map(PlanTable::axis).toList();
    }

    /** An axis such as {@code seed} must not hide the column of that name. */
    private static Field<PlannedTrial> axis(Axis axis) {
        List<String> taken = List.of(
                "trial",
                "id",
                "configuration",
                "repeat",
                "fold",
                "seed",
                "parameters",
                "engine",
                "steps",
                "estimated-seconds",
                "same-as",
                "findings",
                "number",
                "network",
                "estimated");
        String name = taken.contains(axis.name()) ? "axis-" + axis.name() : axis.name();
        return new Field<>(
                Column.text(name).titled(axis.name()),
                planned -> Cell.text(configuration(planned).point().getOrDefault(axis.name(), "")));
    }

    private static String findings(PlannedTrial planned) {
        return planned.findings().stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    private static Configuration configuration(PlannedTrial planned) {
        return planned.trial().configuration();
    }

    private static Field<PlannedTrial> count(String name, Function<PlannedTrial, Number> number) {
        return new Field<>(
                Column.number(name), planned -> Cell.count(number.apply(planned).longValue()));
    }

    private static Field<PlannedTrial> text(String name, Function<PlannedTrial, String> text) {
        return new Field<>(Column.text(name), planned -> Cell.text(text.apply(planned)));
    }
}
