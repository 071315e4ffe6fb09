package nightsweep.driver.summary.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightsweep.experiments.outcome.Areas;
import nightsweep.experiments.outcome.ConfusionMatrix;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.outcome.OutputFigures;
import nightsweep.experiments.outcome.ProbabilityScores;
import nightsweep.experiments.outcome.Separation;
import nightsweep.experiments.sweep.Metric;
import nightsweep.experiments.sweep.Objective;
import nightsweep.experiments.sweep.Objective.Goal;
import org.junit.jupiter.api.Test;

class MeasuredTest {
    private static final ConfusionMatrix CONFUSION =
            ConfusionMatrix.of(List.of("ham", "spam"), new long[][] {{6, 2}, {1, 3}});
    private static final Evaluation EVALUATION = new Evaluation(
            0.5,
            CONFUSION,
            new OutputFigures(
                    new Separation(
                            new Areas(List.of(0.7, 0.9), 0.8, Double.NaN),
                            new Areas(List.of(0.5, 0.2), 0.35, Double.NaN)),
                    new ProbabilityScores(0.4, 0.3, 0.1),
                    List.of(0.95)));

    @Test
    void hasEachMetricOfAllClasses() {
        Measured measured = Measured.of(EVALUATION, Optional.empty());

        assertThat(measured.value(Metric.ACCURACY)).isEqualTo(0.75);
        assertThat(measured.value(Metric.BALANCED_ACCURACY)).isEqualTo(0.75);
        assertThat(measured.value(Metric.WEIGHTED_ROC_AUC)).isCloseTo((8 * 0.7 + 4 * 0.9) / 12, within(1e-12));
        assertThat(measured.value(Metric.WEIGHTED_AVERAGE_PRECISION))
                .isCloseTo((8 * 0.5 + 4 * 0.2) / 12, within(1e-12));
        assertThat(measured.value(Metric.ROC_AUC)).isEqualTo(0.8);
        assertThat(measured.value(Metric.AVERAGE_PRECISION)).isEqualTo(0.35);
        assertThat(measured.value(Metric.TOP_2_ACCURACY)).isEqualTo(0.95);
        assertThat(measured.value(Metric.TOP_3_ACCURACY)).isNaN();
        assertThat(measured.value(Metric.LOG_LOSS)).isEqualTo(0.4);
        assertThat(measured.value(Metric.BRIER_SCORE)).isEqualTo(0.3);
        assertThat(measured.value(Metric.CALIBRATION_ERROR)).isEqualTo(0.1);
        assertThat(measured.value(Metric.CLASS_F1)).isNaN();
    }

    @Test
    void hasThoseOfTheClassThatIsNamed() {
        Measured measured = Measured.of(EVALUATION, Optional.of("spam"));

        assertThat(measured.value(Metric.CLASS_PRECISION)).isEqualTo(0.6);
        assertThat(measured.value(Metric.CLASS_RECALL)).isEqualTo(0.75);
        assertThat(measured.value(Metric.CLASS_F1)).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(measured.value(Metric.CLASS_ROC_AUC)).isEqualTo(0.9);
        assertThat(measured.value(Metric.CLASS_AVERAGE_PRECISION)).isEqualTo(0.2);
        assertThat(Measured.of(EVALUATION, Optional.of("eggs")).value(Metric.CLASS_F1))
                .isNaN();
    }

    @Test
    void workedOutAloneIsTheSame() {
        for (Metric metric : Metric.values()) {
            Optional<String> ofClass = metric.ofOneClass() ? Optional.of("spam") : Optional.empty();
            Objective objective = new Objective(metric, metric.usualGoal(), ofClass);

            assertThat((Double) Measured.value(EVALUATION, objective))
                    .as(metric.label())
                    .isEqualTo((Double) Measured.of(EVALUATION, ofClass).value(metric));
        }
    }

    @Test
    void isMinimisedWhereItIsAnError() {
        Set<Metric> errors = Stream.of(Metric.values())
                .filter(metric -> metric.usualGoal() == Goal.MINIMIZE)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Metric.class)));

        assertThat(errors)
                .isEqualTo(EnumSet.of(
                        Metric.LOSS,
                        Metric.LOG_LOSS,
                        Metric.BRIER_SCORE,
                        Metric.CALIBRATION_ERROR,
                        Metric.ROOT_MEAN_SQUARED_ERROR,
                        Metric.MEAN_ABSOLUTE_ERROR,
                        Metric.MEDIAN_ABSOLUTE_ERROR));
    }
}
