package nightsweep.driver.summary.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nightsweep.driver.summary.Outcomes;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.summary.Sweeps;
import nightsweep.driver.table.CsvTable;
import nightsweep.driver.table.Table;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Axis;
import nightsweep.experiments.sweep.Metric;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final Axis SIX = new Axis("width", List.of("1", "2", "3", "4", "5", "6"));

    private static List<String> results(Sweep sweep, List<TrialOutcome> outcomes, String... columns) {
        Table results = Summary.of(sweep, outcomes.stream()).tables().get(0);
        return CsvTable.text(results.only(List.of(columns))).lines().skip(1).toList();
    }

    @Test
    void putsTheBestFirstAndWhatHasNoRankLast() {
        Sweep sweep = Sweeps.over(SIX).sweep();
        List<Trial> trials = sweep.trials();
        List<TrialOutcome> outcomes = List.of(
                Outcomes.failed(trials.get(0), "no room\nand more"),
                Outcomes.diverged(trials.get(1)),
                Outcomes.completed(trials.get(3), 0.5, 80),
                Outcomes.completed(trials.get(4), 0.5, 90),
                Outcomes.completed(trials.get(5), 0.5, 85));

        assertThat(results(sweep, outcomes, "rank", "trial", "outcome", "objective", "reason"))
                .containsExactly(
                        "1,5,completed,0.9,",
                        "2,6,completed,0.85,",
                        "3,4,completed,0.8,",
                        ",2,diverged,,\"the loss was not finite in epoch 1, step 17\"",
                        ",1,failed,,out of memory: no room",
                        ",3,not run,,");
    }

    @Test
    void sharesRanksAmongEqualsInTheOrderOfThePlan() {
        Sweep sweep = Sweeps.over(SIX).sweep();
        List<Trial> trials = sweep.trials();
        List<TrialOutcome> outcomes = new ArrayList<>();
        int[] right = {80, 90, 90, 70, 80, 90};
        for (int i = 5; i >= 0; i--) {
            outcomes.add(Outcomes.completed(trials.get(i), 0.5, right[i]));
        }

        assertThat(results(sweep, outcomes, "rank", "trial")).containsExactly("1,2", "1,3", "1,6", "4,1", "4,5", "6,4");
    }

    @Test
    void neverRanksWhatIsNotFinite() {
        Sweep sweep = Sweeps.over(SIX).on(Metric.LOSS).sweep();
        List<Trial> trials = sweep.trials();
        List<TrialOutcome> outcomes = List.of(
                Outcomes.completed(trials.get(0), Double.NaN, 90),
                Outcomes.completed(trials.get(1), Double.POSITIVE_INFINITY, 90),
                Outcomes.completed(trials.get(2), 0.7, 80),
                Outcomes.completed(trials.get(3), 0.6, 70),
                Outcomes.diverged(trials.get(4)),
                Outcomes.diverged(trials.get(5)));

        assertThat(results(sweep, outcomes, "rank", "trial", "objective"))
                .containsExactly("1,4,0.6", "2,3,0.7", ",1,", ",2,inf", ",5,", ",6,");
        assertThat(Summary.of(sweep, outcomes.stream()).brief().bestTrials())
                .singleElement()
                .satisfies(best -> assertThat(best.number()).isEqualTo(4));
    }

    @Test
    void ranksLossesWithinTheirKind() {
        Axis losses = new Axis(
                "loss", List.of("mean-squared-error", "cross-entropy", "negative-log-likelihood", "squared-error"));
        Sweep sweep = Sweeps.over(losses).on(Metric.LOSS).sweep();
        List<Trial> trials = sweep.trials();
        List<TrialOutcome> outcomes = List.of(
                Outcomes.completed(trials.get(0), 0.1, 50),
                Outcomes.completed(trials.get(1), 0.4, 50),
                Outcomes.completed(trials.get(2), 0.3, 50),
                Outcomes.diverged(trials.get(3)));

        Summary summary = Summary.of(sweep, outcomes.stream());

        assertThat(results(sweep, outcomes, "rank", "loss", "loss-kind"))
                .containsExactly(
                        "1,mean-squared-error,mean-squared-error",
                        "1,negative-log-likelihood,cross-entropy",
                        "2,cross-entropy,cross-entropy",
                        ",squared-error,squared-error");
        assertThat(summary.brief().bestTrials())
                .extracting(best -> best.number())
                .containsExactly(1, 3);
        assertThat(summary.notes())
                .containsExactly(
                        "Ranked on test loss: this sweep keeps no validation split.",
                        "Losses of different kinds cannot be compared, so each kind is ranked by itself:"
                                + " mean-squared-error, cross-entropy, squared-error.",
                        "One repeat of each configuration: how far repeats differ is not known, so nobody can tell"
                                + " which differences are chance. Intervals of test accuracy are those over test"
                                + " examples.");
    }
}
