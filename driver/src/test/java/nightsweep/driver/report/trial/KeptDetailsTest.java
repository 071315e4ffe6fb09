package nightsweep.driver.report.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nightsweep.driver.report.MadeUpRun;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.summary.ranking.BestTrial;
import nightsweep.driver.summary.ranking.Merit;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Objective;
import nightsweep.experiments.sweep.Trial;
import org.junit.jupiter.api.Test;

class KeptDetailsTest {
    private final MadeUpRun run = MadeUpRun.repeated(5);
    private final KeptDetails kept = new KeptDetails(Objective.Goal.MAXIMIZE, Summary.merit(run.sweep()));
    private final Map<Trial, TrialOutcome.Completed> completed = new LinkedHashMap<>();

    KeptDetailsTest() {
        var ignored = run.summary((trial, outcome) -> {
            kept.add(trial, outcome);
            if (outcome instanceof TrialOutcome.Completed one) {
                completed.put(trial, one);
            }
        });
    }

    private List<Trial> worstFirst() {
        List<Trial> trials = new ArrayList<>(completed.keySet());
        trials.sort((a, b) -> Merit.bestFirst(Objective.Goal.MAXIMIZE).compare(merit(b), merit(a)));
        return trials;
    }

    private Merit merit(Trial trial) {
        return Summary.merit(run.sweep()).apply(trial, winner(trial).outcome());
    }

    private BestTrial winner(Trial trial) {
        return new BestTrial(trial, Optional.ofNullable(completed.get(trial)).orElseThrow());
    }

    @Test
    void keepsTheBestTrialsAndTheWinnersWhateverTheyReachedThemselves() throws IOException {
        Trial worst = worstFirst().get(0);
        BestTrial winner = winner(worst);
        Set<String> asked = new LinkedHashSet<>();

        List<TrialDetail> without = kept.all(List.of(), TrialFiles.none()).details();
        List<TrialDetail> with = kept.all(List.of(winner), (trial, name) -> {
                    asked.add(trial.text());
                    return Optional.empty();
                })
                .details();

        assertThat(without).extracting(TrialDetail::trial).doesNotContain(worst.number());
        assertThat(with).extracting(TrialDetail::trial).contains(worst.number()).isSorted();
        assertThat(with).hasSize(without.size() + 1);
        assertThat(asked).as("the winner's files too").contains(worst.id().text());
    }

    @Test
    void keepsAWinnerOnce() throws IOException {
        List<Trial> trials = worstFirst();
        Trial best = trials.get(trials.size() - 1);

        List<TrialDetail> details =
                kept.all(List.of(winner(best)), TrialFiles.none()).details();

        assertThat(details)
                .extracting(TrialDetail::trial)
                .doesNotHaveDuplicates()
                .contains(best.number());
    }
}
