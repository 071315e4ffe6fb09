package nightsweep.driver.run.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nightsweep.experiments.outcome.Provenance;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.Difference;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;
import org.junit.jupiter.api.Test;

class ComparedDataTest {
    private static final Difference FOLDER = new Difference("data-folder", "/a", "/b");
    private static final Difference EPOCHS = new Difference("training.epochs", "1", "2");

    private final ComparedData data = new ComparedData();

    @Test
    void leavesOutTheFolderOfTheSameData() throws SweepFileException {
        first("a.csv", "1234");
        second("a.csv", "1234");

        assertThat(data.differences(List.of(FOLDER, EPOCHS))).containsExactly(EPOCHS);
    }

    @Test
    void tellsOfOtherDataUnderTheSameName() throws SweepFileException {
        first("a.csv", "0123456789abcdef");
        second("a.csv", "fedcba9876543210");

        assertThat(data.differences(List.of(FOLDER, EPOCHS)))
                .containsExactly(
                        FOLDER, EPOCHS, new Difference("checksum of a.csv", "0123456789ab...", "fedcba987654..."));
        assertThat(data.differences(List.of())).hasSize(1);
    }

    @Test
    void keepsTheFolderWhereOneOfTwoDataSetsDiffers() throws SweepFileException {
        first("a.csv", "1");
        first("b.csv", "2");
        second("b.csv", "3");
        second("a.csv", "1");

        assertThat(data.differences(List.of(FOLDER)))
                .containsExactly(FOLDER, new Difference("checksum of b.csv", "2", "3"));
    }

    @Test
    void keepsTheFolderWhereNothingIsKnownOfTheData() throws SweepFileException {
        first("a.csv", "1");
        second("b.csv", "1");
        second("a.csv", "");

        assertThat(data.differences(List.of(FOLDER))).containsExactly(FOLDER);
    }

    private void first(String file, String checksum) throws SweepFileException {
        Trial trial = trial(file);
        data.addToFirst(trial, outcome(trial, checksum));
    }

    private void second(String file, String checksum) throws SweepFileException {
        Trial trial = trial(file);
        data.addToSecond(trial, outcome(trial, checksum));
    }

    private static Trial trial(String file) throws SweepFileException {
        Sweep sweep = SweepFile.parse(
                "name: a\ndataset: {csv: {train: " + file + ", label: kind}}\n"
                        + "network: [{output: {units: 2, loss: cross-entropy}}]\n"
                        + "training: {epochs: 1, batch-size: 2, learning-rate: 0.1}\n",
                "a.yaml");
        return sweep.trials().get(0);
    }

    private static TrialOutcome outcome(Trial trial, String checksum) {
        Provenance provenance = new Provenance("1", 42, 1, checksum, "fake", "", "", "", "", "", "", "");
        return new TrialOutcome.Diverged(
                trial.id(), 1, 17, 0.5, List.of(), provenance, new Timing("node", 0, 900, 50, 1_000, 300));
    }
}
