package nightsweep.driver.summary.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import nightsweep.driver.summary.Outcomes;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.summary.Sweeps;
import nightsweep.driver.summary.effects.Effects.AxisEffect;
import nightsweep.driver.summary.effects.Effects.Interaction;
import nightsweep.driver.table.CsvTable;
import nightsweep.driver.table.Table;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Axis;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;
import org.junit.jupiter.api.Test;

class AttributionTest {
    private static final Sweep SWEEP = Sweeps.over(
                    new Axis("activation", List.of("relu", "tanh")), new Axis("rate", List.of("1", "2")))
            .repeated(2)
            .sweep();

    /** How many of 100 each trial is right about, in the order of the plan; diverged where below 0. */
    private static Summary summary(int... right) {
        return Summary.of(SWEEP, SWEEP.trials().stream().flatMap(trial -> {
            int one = right[trial.number() - 1];
            return Stream.<TrialOutcome>of(one < 0 ? Outcomes.diverged(trial) : Outcomes.completed(trial, 0.5, one));
        }));
    }

    @Test
    void sharesTheVarianceOut() {
        // Means 60, 70, 70 and 90, and 1 up and down: in points, 450 for each axis, 50 for both, 8 for repeats.
        Effects effects = summary(59, 61, 69, 71, 69, 71, 89, 91).effects().get(0);

        assertThat(effects.balanced()).isTrue();
        assertThat(effects.axes()).extracting(AxisEffect::axis).containsExactly("activation", "rate");
        assertThat(effects.axes().get(0).share()).isEqualTo(450.0 / 958, within(1e-9));
        assertThat(effects.axes().get(0).chance()).isEqualTo(1.0 / 7, within(1e-12));
        assertThat(effects.interactions()).singleElement().satisfies(both -> {
            assertThat(both.share()).isEqualTo(50.0 / 958, within(1e-9));
            assertThat(both.cells()).hasSize(4);
            assertThat(both.cells().get(3).beyond()).isEqualTo(0.025, within(1e-12));
            assertThat(both.cells().get(1).beyond()).isEqualTo(-0.025, within(1e-12));
        });
        assertThat(effects.repeats()).isEqualTo(8.0 / 958, within(1e-9));
    }

    @Test
    void averagesCompletedTrialsAlone() {
        Summary summary = summary(60, 62, 70, 72, -1, 70, -1, -1);
        Effects effects = summary.effects().get(0);

        assertThat(effects.balanced()).isFalse();
        assertThat(effects.completed()).isEqualTo(5);
        assertThat(effects.leftOut()).isEqualTo(3);
        assertThat(effects.axes().get(0).levels().get(1).mean().mean()).isEqualTo(0.7);
        assertThat(effects.axes().get(0).levels().get(1).leftOut()).isEqualTo(3);
        assertThat(effects.interactions()).extracting(Interaction::title).isEmpty();
        assertThat(effects.rest()).isNaN();
        assertThat(table(summary, "variance").notes())
                .contains("3 trials are in no mean: diverged, failed, not run, or without a finite test accuracy.")
                .anySatisfy(note -> assertThat(note).startsWith("Not every combination of values has"));
    }

    @Test
    void keepsCombinationsWithoutAMeanInTheirPlace() {
        Sweep sweep = Sweeps.over(new Axis("a", List.of("x", "y", "z")), new Axis("b", List.of("1", "2")))
                .sweep();
        Summary summary = Summary.of(
                sweep,
                sweep.trials().stream()
                        .map(trial -> trial.number() == 2
                                ? Outcomes.diverged(trial)
                                : Outcomes.completed(trial, 0.5, 50 + trial.number())));

        assertThat(CsvTable.text(table(summary, "interactions")
                        .only(List.of("first-value", "second-value", "mean", "completed", "left-out"))))
                .isEqualTo("""
                first-value,second-value,mean,completed,left-out
                x,1,0.51,1,0
                x,2,,0,1
                y,1,0.53,1,0
                y,2,0.54,1,0
                z,1,0.55,1,0
                z,2,0.56,1,0
                """);
        assertThat(table(summary, "variance").notes()).contains("Without repeats, chance hides in the interactions.");
    }

    @Test
    void hasNothingToShareOutAmongEquals() {
        Summary summary = summary(60, 60, 60, 60, 60, 60, 60, 60);

        assertThat(summary.effects().get(0).axes().get(0).share()).isNaN();
        assertThat(table(summary, "variance").rows()).isEmpty();
    }

    @Test
    void addsUpWhereTheGridIsComplete() {
        Sweep sweep = Sweeps.over(
                        new Axis("a", List.of("1", "2", "3")),
                        new Axis("b", List.of("1", "2")),
                        new Axis("c", List.of("1", "2")))
                .repeated(2)
                .sweep();
        Effects effects = Summary.of(
                        sweep,
                        sweep.trials().stream().map(trial -> Outcomes.completed(trial, 0.5, trial.number() * 37 % 100)))
                .effects()
                .get(0);

        double sum = Stream.concat(effects.axes().stream(), effects.interactions().stream())
                .mapToDouble(Effects.Source::share)
                .sum();
        assertThat(sum + effects.rest() + effects.repeats()).isEqualTo(1, within(1e-12));
        assertThat(effects.rest()).isPositive();
    }

    @Test
    void tellsAnAxisWhereItHasAValueOnly() throws SweepFileException {
        Sweep sweep = SweepFile.parse("""
                name: x
                dataset: digits
                network: [{output: {units: 10, loss: cross-entropy}}]
                training: {optimizer: $o, learning-rate: $r}
                grid:
                  o: {plain: sgd, nesterov: {nesterov: {momentum: $m}}}
                  m: {values: [0.5, 0.9], when: {o: nesterov}}
                  r: [0.1, 0.2]
                """, "x");
        // plain 50 and 52, nesterov 60, 62 with 0.5 and 80, 82 with 0.9.
        int[] right = {50, 52, 60, 62, 80, 82};
        Summary summary = Summary.of(
                sweep, sweep.trials().stream().map(trial -> Outcomes.completed(trial, 0.5, right[trial.number() - 1])));
        Effects effects = summary.effects().get(0);
        double total = Stream.of(50, 52, 60, 62, 80, 82)
                .mapToDouble(one -> (one - 386.0 / 6) * (one - 386.0 / 6))
                .sum();

        AxisEffect momentum = effects.axes().get(1);
        assertThat(momentum.levels()).extracting(Effects.Level::value).containsExactly("0.5", "0.9");
        assertThat(momentum.share()).isEqualTo(400 / total, within(1e-9));
        assertThat(momentum.chance()).isEqualTo(1.0 / 5, within(1e-12));
        assertThat(effects.interactions()).extracting(Interaction::title).containsExactly("o x r", "m x r");
        assertThat(CsvTable.text(table(summary, "axis-m").only(List.of("value", "mean", "completed"))))
                .isEqualTo("""
                value,mean,completed
                0.5,0.61,2
                0.9,0.81,2
                """);
        assertThat(CsvTable.text(table(summary, "results").only(List.of("o", "m", "r"))))
                .contains("plain,,0.1\n", "nesterov,0.5,0.1\n");
    }

    private static Table table(Summary summary, String name) {
        return summary.tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
