package nightsweep.worker.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DataSource.Header;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.dataset.Scaling;
import nightsweep.worker.dataset.idx.IdxBytes;
import nightsweep.worker.dataset.load.DatasetLoader;
import nightsweep.worker.dataset.random.RandomNumbers;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a file's bytes, it is read or it is refused with a reason. */
class DamagedFilesTest {
    private static final int TRIES = 60;

    private final DatasetLoader loader = new DatasetLoader(new Configuration(), Optional.empty());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void readsOrRefusesIdxFiles(long seed) {
        RandomNumbers random = RandomNumbers.of(seed, 0);
        byte[] images = IdxBytes.counting(6, 2, 3);
        byte[] labels = IdxBytes.labels(0, 1, 2, 0, 1, 2);
        String goodImages = write("good-images", images);
        String goodLabels = write("good-labels", labels);
        int refused = 0;

        for (int attempt = 0; attempt < TRIES; attempt += 2) {
            String badImages = write("images", damaged(packed(images, random), random));
            String badLabels = write("labels", damaged(packed(labels, random), random));
            refused += refused(new DataSource.Idx(badImages, goodLabels, goodImages, goodLabels)) ? 1 : 0;
            refused += refused(new DataSource.Idx(goodImages, badLabels, goodImages, goodLabels)) ? 1 : 0;
        }

        assertThat(refused).isBetween(TRIES / 4, TRIES);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void readsOrRefusesTables(long seed) {
        RandomNumbers random = RandomNumbers.of(seed, 0);
        byte[] table = "size,\"the kind\",width\n1.5,a,2\n-3e2,b,.5\n7,a,0\r\n8,b,\"1\"\n9,c,1\n9,c,1\n"
                .getBytes(StandardCharsets.UTF_8);
        int refused = 0;

        for (int attempt = 0; attempt < TRIES; attempt++) {
            String train = write("table", damaged(packed(table, random), random));
            refused += refused(new DataSource.Csv(train, "", Header.PRESENT, "the kind", 0.3)) ? 1 : 0;
        }

        assertThat(refused).isBetween(TRIES / 4, TRIES);
    }

    private boolean refused(DataSource source) {
        try {
            DatasetSpec spec = new DatasetSpec(source, new Scaling.Measured(Scaling.Over.COLUMN), 0.3, 0, 0);
            loader.load(spec, 1);
            return false;
        } catch (DataException e) {
            assertThat(e.getMessage()).startsWith("Cannot ").doesNotContain("null");
            return true;
        }
    }

    private static byte[] packed(byte[] bytes, RandomNumbers random) {
        return random.below(4) == 0 ? IdxBytes.gzip(bytes) : bytes;
    }

    private static byte[] damaged(byte[] good, RandomNumbers random) {
        byte[] bytes = good.clone();
        for (int wounds = 1 + random.below(3); wounds > 0; wounds--) {
            int place = random.below(bytes.length);
            switch (random.below(5)) {
                case 0 -> bytes[place] ^= (byte) (1 << random.below(8));
                case 1 -> bytes[place] = (byte) random.below(256);
                case 2 -> bytes = Arrays.copyOf(bytes, 1 + place);
                case 3 -> bytes = Arrays.copyOf(bytes, bytes.length + 1 + random.below(9));
                default -> System.arraycopy(good, random.below(good.length), bytes, place, 1);
            }
        }
        return bytes;
    }

    private String write(String name, byte[] bytes) {
        return IdxBytes.write(folder.resolve(name), bytes);
    }
}
