package nightsweep.worker.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nightsweep.experiments.format.SweepFile;
import nightsweep.experiments.format.SweepFileException;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.network.Shape;
import nightsweep.worker.training.InitialParameters;
import nightsweep.worker.training.LayerParameters;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelZipTest {
    /** Deeplearning4j opens the zip, and writes the same again. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[dense: {units: 5, activation: tanh, dropout: 0.1}, output: {units: 10, loss: cross-entropy}]",
                "[dense: {units: 5, biases: none, activation: relu}, output: {units: 10, loss: half-squared-error}]",
                "[convolution: {filters: 3, size: 3, activation: relu}, max-pooling: {size: 2, stride: 2}, flatten,"
                        + " dense: {units: 4}, output: {units: 10, loss: hinge}]",
                "[convolution: {filters: 3, size: 3, biases: none}, batch-normalization, flatten, batch-normalization,"
                        + " output: {units: 10, loss: kl-divergence}]",
            })
    void holdsWhatDeeplearning4jWouldWrite(String layers) throws Exception {
        NetworkSpec network = network(layers);
        Shape inputs = Shape.of(List.of(28, 28));
        List<LayerParameters> parameters = InitialParameters.draw(network, inputs, 5);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();

        ModelZip.write(network, inputs, parameters, zip);

        MultiLayerNetwork opened =
                ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(zip.toByteArray()), false);
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        ModelSerializer.writeModel(opened, again, false);
        assertThat(entries(zip.toByteArray())).isEqualTo(entries(again.toByteArray()));
        assertThat(entries(zip.toByteArray())).containsOnlyKeys(ModelZip.CONFIGURATION, ModelZip.COEFFICIENTS);
        assertThat(FlatParameters.copy(opened, opened.params()))
                .usingRecursiveComparison()
                .isEqualTo(parameters);
    }

    private static NetworkSpec network(String layers) throws SweepFileException {
        String sweep = """
                name: saved
                dataset: {name: mnist}
                network: LAYERS
                training: {epochs: 1, batch-size: 10, optimizer: sgd, biases: fan-in-uniform}
                """;
        return SweepFile.parse(sweep.replace("LAYERS", layers), "saved.yaml")
                .configurations()
                .get(0)
                .network();
    }

    /** The content of each entry, a byte a character. */
    private static Map<String, String> entries(byte[] zip) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return entries;
    }
}
