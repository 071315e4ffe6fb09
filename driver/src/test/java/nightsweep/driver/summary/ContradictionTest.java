package nightsweep.driver.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.Table;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Axis;
import nightsweep.experiments.sweep.Metric;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes of a sweep, its intervals stay where figures can be, and say what the words beside them say. */
class ContradictionTest {
    private static IntStream seeds() {
        return IntStream.range(0, 20);
    }

    private static Sweep sweep(int seed) {
        int repeats = List.of(3, 5, 6, 10).get(seed % 4);
        List<String> widths = IntStream.rangeClosed(1, 3 + seed % 7)
                .mapToObj(Integer::toString)
                .toList();
        Sweeps sweeps = Sweeps.over(new Axis("width", widths)).repeated(repeats);
        return (seed % 3 == 2 ? sweeps.on(Metric.LOSS) : sweeps).sweep();
    }

    /** Some trials missing, some configurations a fixed step from each other, some far off, many near the end. */
    private static Summary summary(Sweep sweep, int seed) {
        Random random = new Random(seed);
        int[] luck = random.ints(sweep.repeats(), 0, 3).toArray();
        List<TrialOutcome> outcomes = sweep.trials().stream()
                .map(trial -> outcome(trial, luck[trial.repeat()], random))
                .toList();
        return Summary.of(sweep, outcomes.stream());
    }

    private static TrialOutcome outcome(Trial trial, int luck, Random random) {
        int number = trial.configuration().number();
        if (random.nextInt(12) == 0) {
            return Outcomes.diverged(trial);
        }
        int noise = number % 3 == 0 ? 0 : random.nextInt(4);
        int right = Math.max(0, Math.min(100, 101 - number * number / 2 - luck - noise));
        return Outcomes.completed(trial, 0.07 * (101 - right) * (1 + random.nextInt(2) * (number % 2)), right);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void leavesZeroOutExactlyWhereTheVerdictDoes(int seed) {
        Table table = table(summary(sweep(seed), seed), "comparisons");

        assertThat(rows(table, "adjusted-low", "adjusted-high", "verdict"))
                .allSatisfy(row -> assertThat(leavesZeroOut(row))
                        .as(row.toString())
                        .isEqualTo(List.of("worse", "ahead in pairs")
                                .contains(row.get(2).exact())));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void leavesZeroOutExactlyWhereTheVerdictOnTwoRunsDoes(int seed) {
        Sweep sweep = sweep(seed);

        Table table = RunComparison.of(summary(sweep, seed), summary(sweep, seed + 100))
                .table();

        assertThat(rows(table, "adjusted-low", "adjusted-high", "verdict"))
                .allSatisfy(row -> assertThat(leavesZeroOut(row))
                        .as(row.toString())
                        .isEqualTo(
                                List.of("worse", "better").contains(row.get(2).exact())));
    }

    private static boolean leavesZeroOut(List<Cell> row) {
        return number(row.get(0)) > 0 || number(row.get(1)) < 0;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void staysWhereFiguresCanBe(int seed) {
        Summary summary = summary(sweep(seed), seed);

        for (Table table : summary.tables()) {
            List<String> ends = table.columns().stream()
                    .map(column -> column.name())
                    .filter(name -> name.equals("low")
                            || name.equals("high")
                            || name.endsWith("-low")
                            || name.endsWith("-high"))
                    .filter(name -> !name.contains("loss"))
                    .toList();
            boolean losses = seed % 3 == 2;
            double least = table.name().equals("comparisons") ? losses ? Double.NEGATIVE_INFINITY : -1 : 0;
            for (List<Cell> row : rows(table, ends.toArray(String[]::new))) {
                assertThat(row).as(table.name()).allSatisfy(cell -> {
                    double value = number(cell);
                    assertThat(Double.isNaN(value) || value >= least).isTrue();
                    assertThat(losses || Double.isNaN(value) || value <= 1).isTrue();
                });
            }
        }
    }

    private static Table table(Summary summary, String name) {
        return summary.tables().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<Cell>> rows(Table table, String... columns) {
        return table.only(List.of(columns)).rows();
    }

    private static double number(Cell cell) {
        return cell instanceof Cell.Score score ? score.value() : Double.NaN;
    }

    /** The property would hold of nothing but ties; all verdicts come up. */
    @Test
    void meetsEveryVerdict() {
        assertThat(seeds().mapToObj(seed -> table(summary(sweep(seed), seed), "comparisons"))
                        .flatMap(table -> rows(table, "verdict").stream())
                        .map(row -> row.get(0).exact())
                        .collect(Collectors.toSet()))
                .contains("worse", "not distinguishable");
    }
}
