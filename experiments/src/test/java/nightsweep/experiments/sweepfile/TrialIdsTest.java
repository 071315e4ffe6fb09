package nightsweep.experiments.sweepfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.yaml.SweepFileException;
import org.junit.jupiter.api.Test;

/** Ids as they stand in run directories of people, which must be found again by every later version. */
class TrialIdsTest {
    private static final String PLANE = """
            name: plane
            dataset: {name: $data, train: 250, test: 250}
            network:
              - dense:  {units: $units, activation: $activation}
              - output: {units: 1, activation: tanh, loss: squared-error}
            training: {epochs: 200, batch-size: 10, optimizer: sgd, learning-rate: 0.03}
            grid:
              data: [circle, spiral]
              activation: [tanh, relu]
              units: [3, 8]
            repeats: 3
            seed: 7
            """;

    private static final String DIGITS = """
            name: digits
            dataset: {name: digits, train: 2000, test: 500, validation: 0.1}
            network: $layers
            training:
              epochs: 15
              batch-size: 64
              optimizer: $optimizer
              learning-rate: $rate
              weights: xavier-uniform
              l2: 1.0e-4
            evaluation: {histograms: $histograms}
            grid:
              layers:
                none: [{output: {units: 10, loss: cross-entropy}}]
                two: [{dense: {units: 128, activation: relu, dropout: 0.2}}, {output: {units: 10, loss: cross-entropy}}]
                picture:
                  - convolution: {filters: 4, size: 3, activation: relu}
                  - max-pooling: {size: 2}
                  - output: {units: 10, loss: negative-log-likelihood}
              optimizer:
                adam: {adam: {epsilon: 1.0e-7}}
                nesterov: nesterov
              rate: [0.001, 1.0e-5]
              histograms: [none, weights]
            repeats: 2
            """;

    private static final String ROWS = """
            name: rows
            dataset: {rows: [[0, 0, 0, no], [0, 1, 0, yes], [1, 0, 0, yes], [1, 1, 0, no]]}
            network:
              - dense: {units: 3, activation: tanh}
              - output: {units: 1, loss: binary-cross-entropy}
            training: {epochs: 1, batch-size: 10, optimizer: sgd, learning-rate: 0.1, precision: double}
            repeats: 5
            seed: 12
            """;

    private static List<String> ids(String text, Integer... numbers) throws SweepFileException {
        Sweep sweep = SweepFile.parse(text, "sweep.yaml");
        List<Trial> all = sweep.trials();
        List<String> ids = List.of(numbers).stream()
                .map(number -> all.get(number - 1).id().text())
                .toList();

        assertThat(List.of(numbers))
                .map(number -> sweep.trial(number).id().text())
                .isEqualTo(ids);
        return ids;
    }

    @Test
    void neverChange() throws SweepFileException {
        assertThat(ids(PLANE, 1, 2, 3, 4, 10, 24))
                .containsExactly(
                        "t-3e2d62bf97d6",
                        "t-48bdfff696a3",
                        "t-1d8af33badee",
                        "t-9cafc7ad7d95",
                        "t-caf596be0efa",
                        "t-f33bef512076");
        assertThat(ids(DIGITS, 1, 2, 3, 8, 17, 18, 33, 40, 48))
                .containsExactly(
                        "t-75787e2881a4",
                        "t-c832ebdb7501",
                        "t-2650fad011ce",
                        "t-da5d303d90da",
                        "t-bcfc71e36191",
                        "t-451b04eadcdd",
                        "t-4c2fe3a62375",
                        "t-23164801a200",
                        "t-92b45ec119cd");
        assertThat(ids(ROWS, 1, 5)).containsExactly("t-0c17567a6eb5", "t-16c7b19328a7");
    }
}
