package nightsweep.experiments.sweepfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nightsweep.experiments.sweep.StoppingSpec;
import nightsweep.experiments.yaml.SweepFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoppingReaderTest {
    private static final String SWEEP = """
            name: few
            dataset: {name: xor, train: 10, test: 10, validation: 0.2}
            network:
              - output: {units: 2, loss: cross-entropy}
            training: {epochs: 9, batch-size: 10, learning-rate: $rate}
            grid: {rate: {from: 0.01, to: 0.27, step: 0.01}}
            """;

    private static StoppingSpec stopping(String search) throws SweepFileException {
        return SweepFile.parse(SWEEP + "search: " + search + "\n", "few.yaml")
                .stopping()
                .orElseThrow();
    }

    @Test
    void readsRungs() throws Exception {
        assertThat(stopping("{rungs: {first: 2, keep: 1/4}, control: 0.1}"))
                .isEqualTo(new StoppingSpec.Rungs(2, 4, 0.1));
        assertThat(stopping("{rungs: {}}")).isEqualTo(new StoppingSpec.Rungs(1, 3, 0));
    }

    @Test
    void readsTheBestAfterAnEpoch() throws Exception {
        assertThat(stopping("{keep: 9, after: 6}")).isEqualTo(new StoppingSpec.BestAfter(6, 9, 0));
    }

    @Test
    void stopsNothingUnlessAsked() throws Exception {
        assertThat(SweepFile.parse(SWEEP, "few.yaml").stopping()).isEmpty();
    }

    @Test
    void leavesTrialsTheirIds() throws Exception {
        assertThat(SweepFile.parse(SWEEP + "search: {rungs: {first: 1}}\n", "few.yaml")
                        .trials()
                        .get(0)
                        .id())
                .isEqualTo(SweepFile.parse(SWEEP, "few.yaml").trials().get(0).id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{control: 0.5}|nothing is stopped",
                "{rungs: {first: 1}, keep: 3, after: 2}|Leave one out",
                "{method: random, trials: 8, rungs: {first: 1}}|none of 8 configurations would be trained to the end",
                "{rungs: {first: 8}}|after epoch 8 of 9, which saves nothing",
                "{keep: 3, after: 9}|after epoch 9 of 9, which saves nothing",
                "{rungs: {keep: 0.5}}|keep must be one in 2 or more, such as 1/3",
                "{rungs: {keep: 1/1}}|keep must be one in 2 or more",
                "{keep: 3}|after",
                "{rungs: {first: 0}}|first must be positive",
                "{rungs: {first: 1}, control: 1}|control must be 0 or more and below 1",
            })
    void saysWhatIsWrong(String search, String problem) {
        assertThatThrownBy(() -> stopping(search)).hasMessageContaining(problem);
    }

    @Test
    void needsExamplesToCompareOn() {
        String unvalidated = SWEEP.replace(", validation: 0.2", "") + "search: {rungs: {first: 1}}\n";

        assertThatThrownBy(() -> SweepFile.parse(unvalidated, "few.yaml")).hasMessageContaining("dataset.validation");
    }

    @Test
    void needsTheSameEpochsEverywhere() {
        String lengths = SWEEP.replace("epochs: 9", "epochs: $epochs").replace("grid: {", "grid: {epochs: [5, 9], ")
                + "search: {rungs: {first: 1}}\n";

        assertThatThrownBy(() -> SweepFile.parse(lengths, "few.yaml"))
                .hasMessageContaining("all need the same epochs, but there are 5 and 9");
    }
}
