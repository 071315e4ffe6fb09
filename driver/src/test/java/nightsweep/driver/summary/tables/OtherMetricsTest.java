package nightsweep.driver.summary.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

class OtherMetricsTest {
    private static final Sweep SWEEP = Sweeps.over(new Axis("width", List.of("1", "2")))
            .validated()
            .on(Metric.BALANCED_ACCURACY)
            .sweep();

    @Test
    void haveARowForEachCompletedTrial() {
        Table metrics = table(summary(), "metrics");

        assertThat(CsvTable.text(metrics.only(List.of(
                        "trial", "width", "validation-balanced-accuracy", "test-cohens-kappa", "test-roc-auc"))))
                .isEqualTo("""
                        trial,width,validation-balanced-accuracy,test-cohens-kappa,test-roc-auc
                        1,1,0.9,0.6,
                        """);
    }

    @Test
    void ofTheObjectiveAreAmongTheResults() {
        Table results = table(summary(), "results");

        assertThat(CsvTable.text(results.only(List.of("rank", "objective", "test-balanced-accuracy", "outcome"))))
                .isEqualTo("""
                        rank,objective,test-balanced-accuracy,outcome
                        1,0.9,0.8,completed
                        ,,,diverged
                        """);
        assertThat(table(summary(), "configurations").columns())
                .anyMatch(column -> column.name().equals("test-balanced-accuracy-mean"));
    }

    private static Summary summary() {
        Trial first = SWEEP.trials().get(0);
        TrialOutcome completed = Outcomes.completed(
                first, Outcomes.evaluation(0.5, 80), Optional.of(Outcomes.evaluation(0.4, 90)), Optional.empty());
        return Summary.of(
                SWEEP, Stream.of(completed, Outcomes.diverged(SWEEP.trials().get(1))));
    }

    private static Table table(Summary summary, String name) {
        return summary.tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
