package nightsweep.experiments.sweepfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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

    private static final String USUAL = """
            name: words
            dataset: $data
            network: $layers
            training:
              epochs: 12
              optimizer: $optimizer
              learning-rate: $rate
              clip: $clip
              penalised: $penalised
              l1: 0.001
              weights: $weights
            evaluation: {dropout: both}
            """;

    /** What the axes have that a sweep is not about. */
    private static final Map<String, String> OTHERS = Map.of(
            "data", "digits",
            "layers", "[{output: {units: 10, loss: cross-entropy}}]",
            "optimizer", "adam",
            "rate", "0.001",
            "clip", "none",
            "penalised", "all",
            "weights", "xavier");

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

    /** One of each that there is, as run directories have them. */
    @Test
    void areThoseOfEveryWord() throws Exception {
        assertThat(digest("data", """
                - {name: digits, noise: 0.1, seed: 3}
                - {name: xor, noise: 0.2}
                - mnist
                - {csv: {train: a.csv, label: kind}, scaling: {standardize: column}}
                - {csv: {train: a.csv, test: b.csv, header: absent}, scaling: unit}
                - {matlab: {file: a.mat, size: 28, train: 100, test: 10}, scaling: none}
                - {images: {train: photos, size: 64x48, colours: grey, test-share: 0.1}, scaling: {standardize: {mean: 0.5, deviation: 0.25}}}
                - {idx: {train-features: a, train-labels: b, test-features: c, test-labels: d}, scaling: {standardize: all}, validation: 0.1, train-limit: 50, test-limit: 20}
                - {rows: [[0, 1, no], [1, 0, yes]]}
                """)).isEqualTo("f6171721e88da718");
        assertThat(digest("layers", """
                - [{dense: {units: 4, activation: {leaky-relu: {slope: 0.2}}, dropout: 0.1, weights: he, biases: ones}}, {output: {units: 2, loss: squared-error, targets: {low: 0.1, high: 0.9}}}]
                - [{convolution: {filters: 3, size: 3, stride: 2, padding: same, activation: hard-sigmoid}}, {max-pooling: {size: 2}}, {average-pooling: {size: 2, padding: same}}, {batch-normalization: {decay: 0.95}}, flatten, {dropout: 0.3}, {output: {units: 10, loss: sparse-cross-entropy, activation: softmax}}]
                - [{output: {units: 1, loss: hinge, activation: tanh}}]
                - [{dense: {units: 3, activation: gelu, biases: none}}, {output: {units: 1, loss: binary-cross-entropy}}]
                """)).isEqualTo("7939f87b10927427");
        assertThat(digest("optimizer", """
                - sgd
                - momentum
                - {nesterov: {momentum: 0.5, rate: at-gradient}}
                - adagrad
                - adadelta
                - rmsprop
                - {adam: {epsilon-hat: 1.0e-7}}
                - adamw
                - adamax
                - nadam
                - amsgrad
                - adabelief
                """)).isEqualTo("78863d6322e8ab64");
        assertThat(digest("rate", """
                - 0.1
                - {initial: 0.1, schedule: {step: {factor: 0.5, every: 5}}, warm-up: 3}
                - {schedule: {exponential: {factor: 0.9}}, unit: step}
                - {schedule: {inverse: {gamma: 0.1}}}
                - {schedule: {polynomial: {power: 2, over: 9}}}
                - {schedule: {sigmoid: {gamma: 0.2, middle: 4}}}
                - {schedule: {cosine: {over: 10}}}
                - {schedule: {pieces: {5: 0.01, 10: 0.001}}}
                """)).isEqualTo("355933da3bfc3b63");
        assertThat(digest("clip", """
                - none
                - {value: 1}
                - {global-norm: 1}
                - {layer-norm: 1}
                - {parameter-norm: 2}
                - unit-layer-norm
                - unit-parameter-norm
                """)).isEqualTo("9af04efe0f906896");
        assertThat(digest("penalised", """
                - all
                - weights
                """)).isEqualTo("e568a91ff5e4867e");
        assertThat(digest("weights", """
                - zero
                - {constant: 0.5}
                - {uniform: {low: -0.1, high: 0.1}}
                - {normal: {deviation: 0.1}}
                - {truncated-normal: {deviation: 0.1}}
                - {log-normal: {deviation: 0.1}}
                - he-uniform
                - variance-uniform-fan-average
                - orthogonal
                """)).isEqualTo("aba2c75551b34cfb");
    }

    /** Of the ids of a sweep whose only axis has these values. */
    private static String digest(String axis, String values) throws Exception {
        String text = USUAL.replace("$" + axis, "$axis");
        for (Map.Entry<String, String> other : OTHERS.entrySet()) {
            text = text.replace("$" + other.getKey() + "\n", other.getValue() + "\n");
        }
        Sweep sweep = SweepFile.parse(text + "grid:\n  axis:\n" + values.indent(4), "sweep.yaml");
        StringBuilder ids = new StringBuilder();
        sweep.trials().forEach(trial -> ids.append(trial.id().text()).append('\n'));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(ids.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, 8);
    }
}
