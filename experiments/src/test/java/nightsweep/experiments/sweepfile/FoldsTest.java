package nightsweep.experiments.sweepfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.dataset.Folds;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.experiments.yaml.SweepFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of the training examples that are kept in turn, from the file to the trials. */
class FoldsTest {
    private static Sweep sweep(String dataset, int repeats) throws SweepFileException {
        return SweepText.dataset(dataset)
                .trained("{learning-rate: $rate}")
                .and("repeats: " + repeats + "\ngrid: {rate: [0.1, 0.2]}\n")
                .parsed();
    }

    @Test
    void eachConfigurationHasATrialForEachFoldOfEachRepeat() throws SweepFileException {
        Sweep sweep = sweep("{name: digits, folds: 5}", 3);
        List<Trial> trials = sweep.trials();

        assertThat(sweep.folds()).isEqualTo(5);
        assertThat(sweep.trialsEach()).isEqualTo(15);
        assertThat(trials).hasSize(30);
        assertThat(trials.stream().map(Trial::id).distinct()).hasSize(30);
        for (Trial trial : trials) {
            assertThat(trials.get(trial.number() - 1)).isEqualTo(trial);
            assertThat(trial.place()).isEqualTo((trial.number() - 1) % 15);
            assertThat(sweep.trial(trial.number())).isEqualTo(trial);
            assertThat(sweep.trial(trial.configuration(), trial.place())).isEqualTo(trial);
            assertThat(trial.dataset().folds()).isEqualTo(new Folds(5, trial.repeat(), trial.fold()));
        }
        assertThat(trials.get(17).turn()).isEqualTo("repeat 0, fold 2");
    }

    @Test
    void configurationsArePairedFoldByFold() throws SweepFileException {
        List<Trial> trials = sweep("{name: digits, folds: 5}", 3).trials();

        for (int place = 0; place < 15; place++) {
            assertThat(trials.get(place).seed())
                    .isEqualTo(trials.get(15 + place).seed());
            assertThat(trials.get(place).dataset())
                    .isEqualTo(trials.get(15 + place).dataset());
        }
        assertThat(trials.stream().map(Trial::seed).distinct()).hasSize(15);
        assertThat(trials.stream().map(Trial::dataset).distinct()).hasSize(15);
    }

    @Test
    void moreRepeatsKeepTheTrialsThatThereAre() throws SweepFileException {
        List<TrialId> few = ids(sweep("{name: digits, folds: 3}", 1));

        assertThat(ids(sweep("{name: digits, folds: 3}", 4))).containsAll(few);
        assertThat(ids(sweep("{name: digits, folds: 4}", 1))).doesNotContainAnyElementsOf(few);
        assertThat(ids(sweep("digits", 3))).doesNotContainAnyElementsOf(few);
    }

    private static List<TrialId> ids(Sweep sweep) {
        return sweep.trials().stream().map(Trial::id).toList();
    }

    @Test
    void oneFoldIsNone() throws SweepFileException {
        assertThat(ids(sweep("{name: digits, folds: 1}", 2))).isEqualTo(ids(sweep("digits", 2)));
        assertThat(sweep("{name: digits, folds: 1}", 2).trialsEach()).isEqualTo(2);
    }

    @Test
    void keepsExamplesToCompareOn() throws SweepFileException {
        DatasetSpec dataset =
                SweepText.dataset("{name: digits, folds: 4}").only().dataset();

        assertThat(dataset.validated()).isTrue();
        assertThat(IntStream.range(0, 4).mapToObj(fold -> dataset.at(2, fold).folds()))
                .containsExactly(new Folds(4, 2, 0), new Folds(4, 2, 1), new Folds(4, 2, 2), new Folds(4, 2, 3));
        assertThat(dataset.folds().keptToTrained()).isEqualTo(1.0 / 3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: digits, folds: 5, validation: 0.1} | folds has no place beside validation",
                "{csv: {train: a.csv, label: y}, folds: 5, split: {by-time: when}} | folds has no place beside split by-time",
                "{name: digits, folds: 0} | folds must be positive"
            })
    void refusesWhatDoesNotGoTogether(String yaml, String problem) {
        assertThat(SweepText.dataset(yaml).problems())
                .singleElement()
                .asString()
                .contains(problem);
    }

    @Test
    void refusesConfigurationsOfDifferentFolds() {
        assertThat(SweepText.dataset("{name: digits, folds: $parts}")
                        .and("grid: {parts: [3, 5]}\n")
                        .problems())
                .singleElement()
                .asString()
                .contains("configurations have different folds, [3, 5]");
    }

    @Test
    void refusesMoreTrialsThanAreMeant() {
        assertThat(SweepText.dataset("{name: digits, folds: 2000}")
                        .and("repeats: 2000\n")
                        .problems())
                .singleElement()
                .asString()
                .contains("1 configurations times 2,000 repeats times 2,000 folds are too many");
    }
}
