package nightsweep.worker.dataset.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFolderTest {
    @TempDir
    private Path home;

    @Test
    void findsTheFourFiles() throws DataException {
        write("mnist/train-images-idx3-ubyte", IdxBytes.counting(2, 2, 2));
        write("mnist/train-labels-idx1-ubyte.gz", IdxBytes.gzip(IdxBytes.labels(0, 1)));
        write("mnist/t10k-images-idx3-ubyte.gz", IdxBytes.gzip(IdxBytes.counting(1, 2, 2)));
        write("mnist/t10k-labels-idx1-ubyte", IdxBytes.labels(1));

        IdxSource source = folder("mnist").source();

        assertThat(source.read().train().size()).isEqualTo(2);
        assertThat(source.testFeatures().location()).endsWith("mnist/t10k-images-idx3-ubyte.gz");
    }

    @Test
    void findsFilesByPrefixWithOtherNamesForTesting() throws DataException {
        write("hoda/hoda5-train-images-idx3-ubyte", IdxBytes.counting(2, 2, 2));
        write("hoda/hoda5-train-labels-idx1-ubyte", IdxBytes.labels(0, 1));
        write("hoda/hoda5-validation-images.idx3-ubyte", IdxBytes.counting(1, 2, 2));
        write("hoda/hoda5-validation-labels.idx1-ubyte", IdxBytes.labels(1));

        IdxSource source = folder("hoda/hoda5").source();

        assertThat(source.read().test().size()).isEqualTo(1);
    }

    @Test
    void prefersTheUsualNameForTestingAndThePlainFile() throws DataException {
        for (String part : new String[] {"train", "t10k", "test"}) {
            write("set/" + part + "-images-idx3-ubyte", IdxBytes.counting(2, 2, 2));
            write("set/" + part + "-images-idx3-ubyte.gz", IdxBytes.gzip(IdxBytes.counting(2, 2, 2)));
            write("set/" + part + "-labels-idx1-ubyte", IdxBytes.labels(0, 1));
        }

        IdxSource source = folder("set").source();

        assertThat(source.trainFeatures().location()).endsWith("train-images-idx3-ubyte");
        assertThat(source.testFeatures().location()).endsWith("t10k-images-idx3-ubyte");
    }

    @Test
    void saysWhatFilesAreMadeOf() {
        assertThatThrownBy(() -> folder("hoda/hoda5").source())
                .isInstanceOf(DataException.class)
                .hasMessageContaining("nightsweep data convert Data_hoda_full.mat --images Data --size 5 --train 1000");
    }

    @Test
    void saysWhereItLookedAndWhatIsWanted() {
        assertThatThrownBy(() -> folder("mnist").source())
                .isInstanceOf(DataException.class)
                .hasMessage("Cannot find data set mnist: there is no folder " + home.resolve("mnist")
                        + ". Wanted are train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte and"
                        + " t10k-labels-idx1-ubyte, gzipped or not, in a folder mnist at the place that --data or the"
                        + " environment variable NIGHTSWEEP_DATA names. They are published as \"The MNIST database of"
                        + " handwritten digits\" of LeCun, Cortes and Burges.");
    }

    @Test
    void saysWhichFilesAreMissing() {
        write("set/train-images-idx3-ubyte", IdxBytes.counting(2, 2, 2));
        write("set/test-images-idx3-ubyte", IdxBytes.counting(2, 2, 2));

        assertThatThrownBy(() -> folder("set").source())
                .isInstanceOf(DataException.class)
                .hasMessageContaining("set has no train-labels-idx1-ubyte, test-labels-idx1-ubyte. Wanted are");
    }

    @Test
    void saysWhichSetsAFolderHas() {
        write("hoda/hoda5-train-images-idx3-ubyte", IdxBytes.counting(2, 2, 2));
        write("hoda/hoda28-train-images-idx3-ubyte.gz", IdxBytes.counting(2, 2, 2));

        assertThatThrownBy(() -> folder("hoda").source())
                .isInstanceOf(DataException.class)
                .hasMessageContaining(", but it has hoda/hoda28, hoda/hoda5. Wanted are");
    }

    @Test
    void rejectsAnEmptyName() {
        assertThatThrownBy(() -> folder("").source())
                .isInstanceOf(DataException.class)
                .hasMessageContaining("Cannot find data set \"\"");
    }

    private IdxFolder folder(String name) {
        return new IdxFolder(new Configuration(), home.toString(), name);
    }

    private void write(String name, byte[] bytes) {
        IdxBytes.write(home.resolve(name), bytes);
    }
}
