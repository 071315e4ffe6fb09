package nightsweep.worker.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import nightsweep.worker.engine.LayerParameters;
import org.junit.jupiter.api.Test;

class LayerBytesTest {
    private static final LayerParameters NORMALIZATION = LayerParameters.normalization(
            new float[] {1, 2}, new float[] {3, 4}, new float[] {5, 6}, new float[] {7, 8});

    @Test
    void keepsTensorsByName() {
        LayerParameters dense = new LayerParameters(2, 1, new float[] {1, 2}, new float[] {3});
        for (LayerParameters layer : List.of(dense, NORMALIZATION)) {
            ByteBuffer bytes = ByteBuffer.allocate(LayerBytes.size(layer));
            LayerBytes.put(layer, bytes);
            assertThat(bytes.remaining()).isZero();

            assertThat(LayerBytes.take(bytes.flip())).usingRecursiveComparison().isEqualTo(layer);
            assertThat(bytes.remaining()).isZero();
        }
    }

    @Test
    void readsNormalizationsThatWereWrittenAsWeights() {
        LayerParameters earlier = new LayerParameters(3, 2, new float[] {1, 2, 5, 6, 7, 8}, new float[] {3, 4});
        ByteBuffer bytes = ByteBuffer.allocate(LayerBytes.size(earlier));
        LayerBytes.put(earlier, bytes);

        assertThat(LayerBytes.take(bytes.flip()).ofNormalization())
                .usingRecursiveComparison()
                .isEqualTo(NORMALIZATION);
    }
}
