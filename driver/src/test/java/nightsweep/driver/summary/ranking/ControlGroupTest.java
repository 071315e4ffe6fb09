package nightsweep.driver.summary.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nightsweep.driver.summary.Outcomes;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.summary.SummaryBuilder;
import nightsweep.driver.summary.Sweeps;
import nightsweep.driver.summary.comparison.TestPredictions;
import nightsweep.driver.table.CsvTable;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Axis;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.TrialId;
import org.junit.jupiter.api.Test;

class ControlGroupTest {
    private static final Sweep SWEEP =
            Sweeps.over(new Axis("width", List.of("1", "2", "3"))).validated().sweep();

    @Test
    void isToldApartWhereverItIsRanked() {
        Summary summary = summary(Set.of(id(2)), 90, 80);

        assertThat(csv(summary, "results", "rank", "width", "reason")).isEqualTo("""
                rank,width,reason
                1,1,
                2,2,control group
                ,3,
                """);
        assertThat(csv(summary, "configurations", "configuration", "remark")).isEqualTo("""
                configuration,remark
                1,
                2,control group
                3,1 not run
                """);
        assertThat(summary.notes())
                .contains(
                        "Control group: 1 configuration had fallen behind and was trained to the end all the same. The best"
                                + " of them reached a validation accuracy of 0.8000, the best of those that went on 0.9000: stopping"
                                + " would have lost nothing. They are ranked and counted like the others.");
    }

    @Test
    void saysWhatStoppingWouldHaveLost() {
        assertThat(summary(Set.of(id(1)), 90, 80).notes())
                .anyMatch(note -> note.contains("stopping would have lost 0.1000"));
        assertThat(summary(Set.of(id(1), id(2)), 90, 80).notes())
                .anyMatch(note -> note.contains("the best of those that went on nothing."));
    }

    @Test
    void isNotSpokenOfWhereThereIsNone() {
        assertThat(summary(Set.of(), 90, 80).notes()).noneMatch(note -> note.contains("Control"));
    }

    private static TrialId id(int trial) {
        return SWEEP.trials().get(trial - 1).id();
    }

    private static Summary summary(Set<TrialId> control, int... right) {
        SummaryBuilder builder = new SummaryBuilder(SWEEP).control(control);
        for (int i = 0; i < right.length; i++) {
            TrialOutcome outcome = Outcomes.completed(
                    SWEEP.trials().get(i),
                    Outcomes.evaluation(0.5, right[i]),
                    Optional.of(Outcomes.evaluation(0.4, right[i])),
                    Optional.empty());
            builder.add(outcome);
        }
        return builder.build(List.of(), TestPredictions.none());
    }

    private static String csv(Summary summary, String name, String... columns) {
        return summary.tables().stream()
                .filter(table -> table.name().equals(name))
                .map(table -> CsvTable.text(table.only(List.of(columns))))
                .findFirst()
                .orElseThrow();
    }
}
