package nightsweep.worker.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.dataset.Scaling;
import nightsweep.worker.dataset.load.DatasetLoader;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class DatasetTest {
    @Test
    void travelsAndSharesItsFeaturesStill() throws Exception {
        Dataset sent = digits();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(sent);
        }
        Dataset received = received(bytes.toByteArray());

        assertThat(received.checksum()).isEqualTo(sent.checksum());
        assertThat(received.labels()).isEqualTo(sent.labels());
        assertThat(received.shape()).isEqualTo(sent.shape());
        assertSame(received.train(), sent.train());
        assertSame(received.validation().orElseThrow(), sent.validation().orElseThrow());
        assertSame(received.test(), sent.test());
        // 300 images of 784 bytes, of which training and validation share 200.
        assertThat(bytes.size()).isBetween(300 * 784, 300 * 784 + 5000);
    }

    @Test
    void rejectsExamplesOfAnotherShape() {
        ExampleSet examples = digits().train();

        assertThatThrownBy(() -> new Dataset(
                        "digits", List.of("a", "b"), List.of(28, 27), examples, Optional.empty(), examples, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Examples of shape [28, 27] have 756 values, but these 784");
    }

    private static void assertSame(ExampleSet received, ExampleSet sent) {
        int[] order = IntStream.range(0, sent.size()).toArray();
        FloatBuffer expected = FloatBuffer.allocate(sent.size() * sent.width());
        FloatBuffer actual = FloatBuffer.allocate(sent.size() * sent.width());

        sent.gather(order, 0, order.length, expected);
        received.gather(order, 0, order.length, actual);

        assertThat(received.size()).isEqualTo(sent.size());
        assertThat(actual).isEqualTo(expected);
        for (int example : order) {
            assertThat(received.label(example)).isEqualTo(sent.label(example));
        }
    }

    private static Dataset received(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (Dataset) in.readObject();
        }
    }

    private static Dataset digits() {
        DatasetSpec spec = new DatasetSpec(new DataSource.Digits(200, 100, 0.1, 1, 7), new Scaling.Unit(), 0.2, 0, 0);
        try {
            return new DatasetLoader(new Configuration(), Optional.empty()).load(spec, 42);
        } catch (DataException e) {
            throw new AssertionError(e);
        }
    }
}
