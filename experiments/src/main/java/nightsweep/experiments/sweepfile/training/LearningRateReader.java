package nightsweep.experiments.sweepfile.training;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import nightsweep.experiments.Checks;
import nightsweep.experiments.training.LearningRate;
import nightsweep.experiments.training.LearningRate.Schedule;
import nightsweep.experiments.yaml.Choice;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.Section;
import nightsweep.experiments.yaml.Tree;
import nightsweep.experiments.yaml.Values;

/**
 * Reads a learning rate: a number, or a mapping with a schedule.
 *
 * @param usual the rate where none is written: the optimizer's
 * @param epochs over which a schedule with an end is spread where it says nothing else
 */
record LearningRateReader(Problems problems, double usual, int epochs) {
    private static final List<String> SCHEDULES =
            List.of("constant", "step", "exponential", "inverse", "polynomial", "sigmoid", "cosine", "pieces");
    private static final Schedule STAND_IN = new Schedule.Constant();

    LearningRate read(Tree tree) {
        if (tree instanceof Tree.Mapping) {
            return scheduled(Section.of(problems, "learning-rate", tree));
        }
        return LearningRate.constant(Values.number(problems, "learning-rate", tree, usual, Checks::positive));
    }

    private LearningRate scheduled(Section section) {
        double initial = section.number("initial", usual, Checks::positive);
        LearningRate.Unit unit = section.choice("unit", List.of(LearningRate.Unit.values()), LearningRate.Unit.EPOCH);
        OptionalInt end = unit == LearningRate.Unit.EPOCH ? OptionalInt.of(epochs) : OptionalInt.empty();
        Schedule schedule =
                section.find("schedule").map(tree -> schedule(tree, end)).orElse(STAND_IN);
        int warmUp = section.wholeNumber("warm-up", 0, Checks::notNegative);
        section.done();
        return new LearningRate(initial, schedule, unit, warmUp);
    }

    private Schedule schedule(Tree tree, OptionalInt end) {
        return Choice.of(problems, "schedule", tree, SCHEDULES)
                .map(choice -> {
                    if (!SCHEDULES.contains(choice.name())) {
                        Values.unknown(problems, "schedule", choice.place(), choice.name(), SCHEDULES);
                        return STAND_IN;
                    }
                    Section section = choice.section(problems);
                    if (choice.name().equals("pieces")) {
                        return pieces(section, choice);
                    }
                    Schedule schedule = schedule(choice.name(), section, end);
                    section.done();
                    return schedule;
                })
                .orElse(STAND_IN);
    }

    private static Schedule schedule(String name, Section section, OptionalInt end) {
        return switch (name) {
            case "constant" -> new Schedule.Constant();
            case "step" -> new Schedule.Step(required(section, "factor"), requiredWhole(section, "every"));
            case "exponential" -> new Schedule.Exponential(required(section, "factor"));
            case "inverse" -> new Schedule.Inverse(required(section, "gamma"), power(section));
            case "polynomial" -> new Schedule.Polynomial(power(section), over(section, end));
            case "sigmoid" -> new Schedule.Sigmoid(required(section, "gamma"), middle(section));
            case "cosine" -> new Schedule.Cosine(over(section, end));
            default -> throw new AssertionError(name);
        };
    }

    private Schedule pieces(Section section, Choice choice) {
        Map<Integer, Double> rates = new TreeMap<>();
        if (choice.arguments().orElse(null) instanceof Tree.Mapping mapping) {
            problems.inquiry().open(mapping.place().key());
            mapping.entries().forEach((from, rate) -> {
                Tree time = new Tree.Scalar(rate.place(), from, Tree.Quotes.WITHOUT);
                rates.put(
                        Values.wholeNumber(problems, "the start of a piece", time, 0, Checks::notNegative),
                        Values.number(problems, "the rate of a piece", rate, 0, Checks::notNegative));
            });
        } else if (choice.arguments().isEmpty()) {
            section.required("pieces");
        }
        return new Schedule.Pieces(rates);
    }

    private static double power(Section section) {
        return section.number("power", 1, Checks::positive);
    }

    private static int middle(Section section) {
        Tree middle = section.required("middle");
        return Values.wholeNumber(section.problems(), "middle", middle, 0, Checks::notNegative);
    }

    private static int over(Section section, OptionalInt end) {
        return end.isPresent()
                ? section.wholeNumber("over", end.getAsInt(), Checks::positive)
                : requiredWhole(section, "over");
    }

    private static double required(Section section, String key) {
        return Values.number(section.problems(), key, section.required(key), 1, Checks::positive);
    }

    private static int requiredWhole(Section section, String key) {
        return Values.wholeNumber(section.problems(), key, section.required(key), 1, Checks::positive);
    }
}
