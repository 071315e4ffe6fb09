package nightsweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceCommandTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() throws IOException {
        desk = new Desk(folder);
    }

    @Test
    void tellsEachStepBesideWhatWasPublished() {
        assertThat(desk.execute("trace", "trace-two-layers", "--steps", "1")).isZero();

        assertThat(desk.out())
                .startsWith("Trial 1: the only one, 1 of 2 steps\n\nStep 1 (epoch 1, example 1)\n")
                .contains("1       activations       2            0.663738697404         0.702     -0.0383\n")
                .contains("1       activations       2            0.663738697404  0.6637386974      agrees\n")
                .contains("1       weights           2 -> 2       0.592645519442        0.5931   -0.000454\n")
                .contains("1       weights           2 -> 1       0.797610959872        0.7976      agrees\n")
                .contains("published on activations of layer 1: 0.9 x 0.6 was taken for 0.72")
                .doesNotContain("biases", "Step 2");
        assertThat(desk.err()).isEmpty();
    }

    @Test
    void findsTheExactStepsOfTheNeuronToAgree() {
        assertThat(desk.execute("trace", "trace-neuron")).isZero();

        assertThat(desk.out()).contains("Trial 1: in turn 2, 4 of 4 steps", "Trial 2: twice in a row 1, 4 of 4 steps");
        assertThat(desk.out().lines().filter(line -> line.endsWith("agrees"))).hasSize(4 * 5);
        assertThat(desk.out().lines().filter(line -> line.contains("1.99946010834")))
                .singleElement()
                .asString()
                .endsWith("+0.00017");
    }

    @Test
    void writesEveryDigit() throws IOException {
        assertThat(desk.execute("trace", "trace-neuron", "--out", "trace.csv")).isZero();

        List<CSVRecord> records;
        try (var in = Files.newBufferedReader(folder.resolve("trace.csv"))) {
            records = CSVFormat.RFC4180.builder().setHeader().build().parse(in).getRecords();
        }
        assertThat(records).hasSize(4 * 14 + 4 * 16);
        assertThat(records)
                .filteredOn(one -> one.get("quantity").equals("weights")
                        && one.get("trial").equals("1"))
                .extracting(one -> one.get("value"), one -> one.get("published"), one -> one.get("input"))
                .startsWith(
                        tuple("2.0000000049755484", "2.0000000049755484", "1"),
                        tuple("0.9999999983414838", "0.9999999983414838", "2"));
        assertThat(records).filteredOn(one -> !one.get("note").isEmpty()).hasSize(2);
    }

    @Test
    void tracesAnySweepInDoublePrecision() {
        assertThat(desk.execute(
                        "trace",
                        "planes.yaml",
                        "--steps",
                        "2",
                        "--outputs",
                        "0",
                        "--set",
                        "only=[{loss: squared-error}]"))
                .isZero();

        assertThat(desk.out())
                .containsPattern("activations       example [0-9]+, 4 ")
                .contains("Trial 2: softmax squared-error, 2 of 40 steps", "The first 12 of 40 activations of layer 1")
                .doesNotContain("outputs ");
    }

    @Test
    void saysWhatItCannotTrace() throws IOException {
        Files.writeString(folder.resolve("pictures.yaml"), """
                name: x
                dataset: digits
                network:
                  - convolution: {filters: 2, size: 3}
                  - output: {units: 10, loss: cross-entropy}
                """);

        assertThat(desk.execute("trace", "pictures.yaml")).isEqualTo(3);
        assertThat(desk.err())
                .isEqualTo("nightsweep: Cannot trace configuration 1 (the only one): A layer of the kind Convolution is"
                        + " not computed in double precision: use precision single, or dense layers.\n");
        assertThat(desk.execute("trace", "planes.yaml")).isEqualTo(3);
        assertThat(desk.err())
                .contains(
                        "Cannot trace configuration 3 (tanh cross-entropy): It cannot be trained: cross-entropy compares one output unit a class");
        assertThat(desk.execute("trace", "trace-neuron", "--steps", "0")).isEqualTo(2);
    }

    @Test
    void saysWherePublishedValuesAreTooMany() {
        assertThat(desk.execute(
                        "trace",
                        "trace-neuron",
                        "--set",
                        "published=[{source: somebody, trace: [{step: 2, layer: 1, weights: [1, ~, 3]}]}]"))
                .isZero();

        assertThat(desk.err()).startsWith("warning: somebody has 3 weights of step 2 and layer 1, but there are 2.\n");
    }
}
