package nightsweep.experiments.sweepfile.data;

import java.util.List;
import java.util.Optional;
import nightsweep.experiments.Checks;
import nightsweep.experiments.dataset.Scaling;
import nightsweep.experiments.yaml.Choice;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.Section;
import nightsweep.experiments.yaml.Tree;
import nightsweep.experiments.yaml.Values;

/** Reads {@code scaling}: {@code none}, {@code unit}, {@code robust}, <code>{standardize: column}</code>. */
final class ScalingReader {
    private static final List<String> NAMES = List.of("none", "unit", "standardize", "robust");
    private static final Scaling STAND_IN = new Scaling.None();

    private ScalingReader() {}

    static Scaling read(Problems problems, Tree tree) {
        Optional<Choice> choice = Choice.of(problems, "scaling", tree, NAMES);
        if (choice.isEmpty()) {
            return STAND_IN;
        }
        String name = choice.get().name();
        if (!NAMES.contains(name)) {
            Values.unknown(problems, "scaling", choice.get().place(), name, NAMES);
            return STAND_IN;
        }
        if (name.equals("standardize")) {
            return standardize(problems, choice.get());
        }
        choice.get().section(problems).done();
        return switch (name) {
            case "unit" -> new Scaling.Unit();
            case "robust" -> new Scaling.Robust();
            default -> new Scaling.None();
        };
    }

    private static Scaling standardize(Problems problems, Choice choice) {
        if (choice.arguments().isEmpty()) {
            return new Scaling.Measured(Scaling.Over.COLUMN);
        }
        Tree arguments = choice.arguments().get();
        if (choice.single()) {
            String label = Values.text(problems, "standardize", arguments, "column");
            return Values.named(problems, "standardize", arguments.place(), label, List.of(Scaling.Over.values()))
                    .map(over -> (Scaling) new Scaling.Measured(over))
                    .orElse(STAND_IN);
        }
        Section section = choice.section(problems);
        double mean = Values.number(section.problems(), "mean", section.required("mean"), 0, Checks::finite);
        double deviation =
                Values.number(section.problems(), "deviation", section.required("deviation"), 1, Checks::positive);
        section.done();
        return new Scaling.Given(mean, deviation);
    }
}
