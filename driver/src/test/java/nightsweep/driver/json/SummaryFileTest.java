package nightsweep.driver.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nightsweep.experiments.sweep.Metric;
import nightsweep.experiments.sweep.Objective;
import nightsweep.experiments.sweep.TrialId;
import org.junit.jupiter.api.Test;

class SummaryFileTest {
    private static final Objective OBJECTIVE = new Objective(Metric.ACCURACY, Objective.Goal.MAXIMIZE);

    @Test
    void writesEveryPart() {
        SweepSummary summary = new SweepSummary(
                "xor \"quoted\" ü",
                OBJECTIVE,
                "validation",
                new SweepSummary.Totals(6, 1, 2, 1, 1, 1),
                List.of(new SweepSummary.BestTrial(
                        3, new TrialId("t-0123456789ab"), 2, "tanh", 0, OptionalInt.empty(), 0.975)),
                List.of(new SweepSummary.BestConfiguration(2, "tanh", 0.95, OptionalDouble.of(0.025), 2, 2, 3)),
                List.of("results"),
                List.of("A note."));

        assertThat(SummaryFile.text(summary)).isEqualTo("""
                {
                  "name" : "xor \\"quoted\\" ü",
                  "objective" : {
                    "metric" : "accuracy",
                    "goal" : "maximize",
                    "measured-on" : "validation"
                  },
                  "totals" : {
                    "planned" : 6,
                    "completed" : 1,
                    "stopped" : 2,
                    "diverged" : 1,
                    "failed" : 1,
                    "not-run" : 1
                  },
                  "best-trials" : [
                    {
                      "trial" : 3,
                      "id" : "t-0123456789ab",
                      "configuration" : 2,
                      "label" : "tanh",
                      "repeat" : 0,
                      "objective" : 0.975
                    }
                  ],
                  "best-configurations" : [
                    {
                      "configuration" : 2,
                      "label" : "tanh",
                      "objective" : 0.95,
                      "deviation" : 0.025,
                      "completed" : 2,
                      "planned" : 2,
                      "ties" : 3
                    }
                  ],
                  "tables" : [
                    "results"
                  ],
                  "notes" : [
                    "A note."
                  ]
                }
                """);
    }

    @Test
    void leavesOutADeviationThatIsNotDefined() {
        SweepSummary summary = new SweepSummary(
                "xor",
                OBJECTIVE,
                "test",
                new SweepSummary.Totals(1, 1, 0, 0, 0),
                List.of(),
                List.of(new SweepSummary.BestConfiguration(1, "tanh", 0.95, OptionalDouble.empty(), 1, 1, 0)),
                List.of(),
                List.of());

        assertThat(SummaryFile.text(summary)).doesNotContain("deviation").contains("\"best-trials\" : [ ]");
    }
}
