package nightsweep.driver.summary.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nightsweep.driver.summary.Outcomes;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.summary.Sweeps;
import nightsweep.driver.table.CsvTable;
import nightsweep.driver.table.Table;
import nightsweep.experiments.sweep.Axis;
import nightsweep.experiments.sweep.PublishedRow;
import nightsweep.experiments.sweep.Sweep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedTablesTest {
    private static PublishedRow row(Map<String, String> point, String figure, double published) {
        return new PublishedRow(point, "a paper", Map.of(figure, published), List.of(), "");
    }

    private static Sweep sweep(int repeats, PublishedRow... rows) {
        return Sweeps.over(new Axis("width", List.of("1")))
                .repeated(repeats)
                .beside(rows)
                .sweep();
    }

    /** Of each trial with a loss, and how many of 100 it is right about. */
    private static Summary summary(Sweep sweep, double loss, int... right) {
        return Summary.of(
                sweep,
                IntStream.range(0, right.length)
                        .mapToObj(i -> Outcomes.completed(sweep.trials().get(i), loss, right[i])));
    }

    private static List<String> rows(Summary summary, String... columns) {
        Table table = summary.tables().stream()
                .filter(one -> one.name().equals("published"))
                .findFirst()
                .orElseThrow();
        return CsvTable.text(table.only(List.of(columns))).lines().skip(1).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "0.820, reproduced, yes",
        "0.830, reproduced, yes",
        "0.8644, reproduced, yes",
        "0.8645, differs, no",
        "0.7702, reproduced, yes",
        "0.7648, differs, no",
    })
    void holdsAccuraciesAgainstWhereSingleTrialsLie(double published, String verdict, String within) {
        Summary summary = summary(sweep(3, row(Map.of(), "test-accuracy", published)), 0.5, 81, 82, 83);

        assertThat(rows(summary, "verdict", "within"))
                .as(
                        "odds of 0.82 / 0.18, off by exp(4.3027 * 0.01 * sqrt(4 / 3) / (0.82 * 0.18)) = 1.4002, are shares of"
                                + " 0.7649 to 0.8645")
                .containsExactly(verdict + "," + within);
    }

    @ParameterizedTest
    @CsvSource({"0.4762, reproduced", "0.526, reproduced", "0.475, differs", "0.53, differs"})
    void toleratesAShareOfALoss(double published, String verdict) {
        Summary summary = summary(sweep(3, row(Map.of(), "test-loss", published)), 0.5, 81, 82, 83);

        assertThat(rows(summary, "verdict")).containsExactly(verdict);
    }

    @ParameterizedTest
    @CsvSource({"0.78, reproduced,", "0.81, cannot be compared, our repeats lie too far apart to tell", "0.98, differs,"
    })
    void takesNothingForReproducedThatLiesFarOff(double published, String verdict, String reason) {
        Summary summary = summary(sweep(3, row(Map.of(), "test-accuracy", published)), 0.5, 70, 74, 75);

        assertThat(rows(summary, "verdict", "reason"))
                .as(
                        "0.73 and 4.3027 * 0.02646 * sqrt(4 / 3) on the logit are 0.5812 to 0.8404; no more than 0.05 off is reproduced")
                .containsExactly(verdict + "," + (reason == null ? "" : reason));
    }

    @ParameterizedTest
    @CsvSource({"0.81, reproduced,", "0.80, cannot be compared, one completed trial has no interval"})
    void needsNoIntervalForWhatIsNear(double published, String verdict, String reason) {
        Summary summary = summary(sweep(1, row(Map.of(), "test-accuracy", published)), 0.5, 82);

        assertThat(rows(summary, "verdict", "reason")).containsExactly(verdict + "," + (reason == null ? "" : reason));
    }

    @Test
    void saysWhyFiguresCannotBeCompared() {
        Sweep sweep = sweep(
                3,
                row(Map.of(), "validation-accuracy", 0.8),
                row(Map.of(), "test-accuracy-with-dropout", 0.8),
                row(Map.of(), "test-brilliance", 0.8),
                new PublishedRow(Map.of(), "a paper", Map.of(), List.of(0.82, 0.82, 0.82), ""));

        assertThat(rows(summary(sweep, 0.5, 81, 82, 83), "figure", "verdict", "reason"))
                .containsExactly(
                        "validation-accuracy,cannot be compared,no validation examples are kept",
                        "test-accuracy-with-dropout,cannot be compared,nothing was tested with dropout",
                        "test-brilliance,cannot be compared,no such figure is measured",
                        "f1,reproduced,",
                        "f1,reproduced,",
                        "f1,cannot be compared,there is no such class");
        assertThat(rows(summary(sweep, 0.5), "reason"))
                .allMatch("no trial was completed: 3 not run"::equals)
                .hasSize(6);
    }

    @Test
    void comparesNoLossesOfUnknownKind() {
        Sweep sweep = Sweeps.over(new Axis("loss", List.of("cross-entropy", "hinge")))
                .beside(row(Map.of(), "test-loss", 0.5), row(Map.of("loss", "hinge"), "test-loss", 0.5))
                .sweep();

        assertThat(rows(summary(sweep, 0.5, 80, 80), "loss", "verdict", "reason"))
                .containsExactly(
                        "cross-entropy,cannot be compared,the row does not say which of 2 kinds of loss it is of",
                        "hinge,cannot be compared,the row does not say which of 2 kinds of loss it is of",
                        "hinge,reproduced,");
    }

    @ParameterizedTest
    @CsvSource({"1234, reproduced", "1235, differs"})
    void wantsParametersToBeEqual(double published, String verdict) {
        Summary summary = summary(sweep(1, row(Map.of(), "parameters", published)), 0.5, 82);

        assertThat(rows(summary, "verdict")).containsExactly(verdict);
    }

    @Test
    void keepsSourcesApartOnANarrowScreen() {
        PublishedRow other = new PublishedRow(Map.of(), "a library", Map.of("test-accuracy", 0.5), List.of(), "");
        Summary summary = summary(sweep(3, row(Map.of(), "test-accuracy", 0.82), other), 0.5, 81, 82, 83);

        assertThat(summary.console(80)).containsPattern("a paper .* reproduced\n.*a library .* differs\n");
        assertThat(summary.console(60)).containsPattern("1  a paper .* reproduced\n.*1  a library .* differs\n");
    }

    @Test
    void countsVerdicts() {
        Summary summary = summary(
                sweep(
                        3,
                        new PublishedRow(
                                Map.of(), "a paper", Map.of("test-accuracy", 0.82), List.of(), "dropout was left on"),
                        row(Map.of(), "test-accuracy", 0.5),
                        row(Map.of(), "validation-accuracy", 0.5)),
                0.5,
                81,
                82,
                83);

        assertThat(summary.notes())
                .anyMatch(note -> note.startsWith(
                        "3 published figures beside ours: 1 reproduced, 1 different, 1 that cannot be compared."));
        assertThat(summary.console(140))
                .containsPattern("a paper +0\\.8200 +0\\.8200 +0\\.0000 +reproduced")
                .containsPattern("a paper +0\\.5000 +0\\.8200 +\\+0\\.3200 +differs")
                .contains("Cannot be compared: no validation examples are kept (1 figure).")
                .contains("Configuration 1, a paper: dropout was left on");
    }
}
