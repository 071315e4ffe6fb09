package nightsweep.driver.summary.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import nightsweep.driver.summary.Outcomes;
import nightsweep.driver.summary.Sweeps;
import nightsweep.experiments.sweep.Axis;
import nightsweep.experiments.sweep.Metric;
import nightsweep.experiments.sweep.Objective;
import nightsweep.experiments.sweep.Objective.Goal;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final Axis WIDTH = new Axis("width", List.of("1", "2"));

    @Test
    void measuresOnValidationWhereAllHaveIt() {
        Sweep sweep = Sweeps.over(WIDTH).validated().sweep();
        Trial trial = sweep.trials().get(0);
        Ending ending = Ending.of(
                trial,
                Outcomes.completed(
                        trial,
                        Outcomes.evaluation(0.5, 70),
                        Optional.of(Outcomes.evaluation(0.4, 80)),
                        Optional.empty()),
                Optional.empty());

        Selection selection = Selection.of(sweep);

        assertThat(selection.value(new TrialEnding(trial, ending))).isEqualTo(0.8);
        assertThat(selection.notes())
                .containsExactly("Ranked on validation accuracy: test figures are reported, not selected on.");
    }

    @Test
    void measuresOnTestWhereSomeHaveNoValidation() {
        Sweep sweep = Sweeps.over(new Axis("validation", List.of("0", "0.1"))).sweep();

        Selection selection = Selection.of(sweep);

        assertThat(selection.measuredOn()).isEqualTo(Selection.MeasuredOn.TEST);
        assertThat(selection.notes())
                .containsExactly("Ranked on test accuracy: not every configuration keeps a validation split.");
    }

    @Test
    void saysWhereTheGoalIsUnusual() {
        Selection usual = Selection.of(Sweeps.over(WIDTH).on(Metric.MACRO_F1).sweep());
        Selection unusual = new Selection(
                new Objective(Metric.MACRO_F1, Goal.MINIMIZE), usual.measuredOn(), usual.reason(), usual.lossKinds());

        assertThat(unusual.notes())
                .containsExactly("Ranked on test macro F1, lowest first: this sweep keeps no validation split.");
    }

    @Test
    void warnsOfLossesOfDifferentKinds() {
        Axis losses = new Axis("loss", List.of("cross-entropy", "mean-squared-error", "sparse-cross-entropy"));

        assertThat(Selection.of(Sweeps.over(losses).sweep()).notes())
                .contains("Losses of different kinds cannot be compared with each other:"
                        + " cross-entropy, mean-squared-error.");
    }

    @Test
    void takesCrossEntropiesForOneKind() {
        Axis losses = new Axis("loss", List.of("cross-entropy", "negative-log-likelihood", "sparse-cross-entropy"));

        assertThat(Selection.of(Sweeps.over(losses).on(Metric.LOSS).sweep()).ranksWithinLossKinds())
                .isFalse();
    }
}
