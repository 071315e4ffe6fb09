package nightsweep.driver.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightsweep.driver.table.CsvTable;
import nightsweep.driver.table.Table;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.SweepFile;
import org.junit.jupiter.api.Test;

class FinalistsTest {
    private static final String SWEEP = """
            name: many
            dataset: {name: xor, train: 10, test: 10, validation: 0.2}
            network:
              - output: {units: 2, loss: cross-entropy}
            training: {epochs: 2, batch-size: 10, learning-rate: $rate}
            grid: {rate: [0.1, 0.2, 0.3, 0.4]}
            repeats: 3
            search: {finalists: 2, most-repeats: 5}
            """;

    private static Summary summary(Map<Integer, List<Integer>> right) throws Exception {
        Sweep sweep = SweepFile.parse(SWEEP, "many").granting(Map.of(2, 4, 3, 3));
        List<TrialOutcome> outcomes = new ArrayList<>();
        for (Trial trial : sweep.trials()) {
            List<Integer> ofOne = right.get(trial.configuration().number());
            if (ofOne != null && trial.repeat() < ofOne.size()) {
                Evaluation figures = Outcomes.evaluation(0.5, ofOne.get(trial.repeat()));
                outcomes.add(Outcomes.completed(trial, figures, Optional.of(figures), Optional.empty()));
            }
        }
        return Summary.of(sweep, outcomes.stream());
    }

    private static String text(Summary summary, String name, String... columns) {
        return summary.tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .map((Table table) -> CsvTable.text(table.only(List.of(columns))))
                .orElse("");
    }

    @Test
    void rankBeforeAllOthers() throws Exception {
        Summary summary =
                summary(Map.of(1, List.of(80), 2, List.of(90, 60, 61, 62), 3, List.of(88, 70, 71), 4, List.of(85)));

        assertThat(summary.totals().planned()).isEqualTo(9);
        assertThat(summary.totals().notRun()).isZero();
        assertThat(text(summary, "configurations", "rank", "configuration", "planned", "completed", "versus-best")
                        .replace("\r\n", "\n"))
                .isEqualTo("""
                        rank,configuration,planned,completed,versus-best
                        1,3,3,3,best
                        2,2,4,4,not distinguishable
                        3,4,1,1,no finalist
                        4,1,1,1,no finalist
                        """);
        assertThat(text(summary, "results", "trial", "configuration", "repeat").lines())
                .hasSize(10);
        assertThat(summary.notes())
                .anyMatch(note -> note.contains("2 are no finalists, and trained once"))
                .noneMatch(note -> note.contains("without enough repeats"));
    }

    @Test
    void areMissingUntilTheyAreTrained() throws Exception {
        Summary summary = summary(Map.of(1, List.of(80), 2, List.of(90), 3, List.of(88), 4, List.of(85)));

        assertThat(summary.totals().notRun()).isEqualTo(5);
    }
}
