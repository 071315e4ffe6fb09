package nightsweep.driver.summary.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import nightsweep.driver.summary.Outcomes;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.summary.SummaryBuilder;
import nightsweep.driver.summary.Sweeps;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Axis;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.SweepFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BestSoFarTest {
    private static final String TEXT = """
            name: few
            dataset: {name: xor, train: 10, test: 10}
            network:
              - output: {units: 2, loss: cross-entropy}
            training: {epochs: 1, batch-size: 10, learning-rate: $rate}
            grid: {rate: [0.1, 0.2, 0.3]}
            repeats: 3
            """;

    private final List<Trial> trials;
    private final BestSoFar best;

    BestSoFarTest() throws Exception {
        Sweep sweep = SweepFile.parse(TEXT, "few");
        trials = sweep.trials();
        best = new BestSoFar(sweep);
    }

    private void add(int number, double objective, double loss) {
        best.add(trials.get(number - 1), new Merit(objective, loss, number));
    }

    private int leader() {
        return best.leader().orElseThrow().trial().number();
    }

    @Test
    void isOfTheBestConfigurationNotTheBestTrial() {
        add(1, 0.99, 1);
        add(2, 0.50, 1);
        add(4, 0.80, 1);
        add(5, 0.81, 1);

        assertThat(leader()).isEqualTo(5);
        assertThat(best.leader().orElseThrow().objective()).isEqualTo(0.81);
    }

    @Test
    void fallsBackWhenALeadingConfigurationGetsWorse() {
        add(7, 0.9, 1);
        add(4, 0.8, 1);
        assertThat(leader()).isEqualTo(7);

        add(8, 0.1, 1);

        assertThat(leader()).isEqualTo(4);
    }

    @Test
    void isTheFirstOfThePlanAmongEqualsAndTheLeastLossWithinOne() {
        add(8, 0.9, 0.1);
        add(3, 0.9, 0.3);
        add(2, 0.9, 0.2);
        add(1, 0.9, 0.2);

        assertThat(leader()).isEqualTo(1);
    }

    @Test
    void isNobodyBeforeATrialIsCompleted() {
        add(1, Double.NaN, 1);

        assertThat(best.leader()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isWhatTheSummaryCallsTheBest(long seed) throws Exception {
        Sweep sweep = Sweeps.over(new Axis("width", List.of("1", "2", "3", "4", "5")))
                .repeated(3)
                .sweep();
        List<TrialOutcome> outcomes = new ArrayList<>(Outcomes.random(sweep, seed));
        Collections.shuffle(outcomes, new Random(seed));
        BestSoFar soFar = new BestSoFar(sweep);
        SummaryBuilder summary = new SummaryBuilder(sweep);
        BiFunction<Trial, TrialOutcome.Completed, Merit> merit = Summary.merit(sweep);

        for (TrialOutcome outcome : outcomes) {
            Trial trial = sweep.trials().stream()
                    .filter(one -> one.id().equals(outcome.id()))
                    .findFirst()
                    .orElseThrow();
            summary.add(outcome);
            if (outcome instanceof TrialOutcome.Completed completed) {
                soFar.add(trial, merit.apply(trial, completed));
            }

            assertThat(soFar.leader().map(BestSoFar.Leader::trial))
                    .isEqualTo(summary.best().stream().findFirst());
        }
    }
}
