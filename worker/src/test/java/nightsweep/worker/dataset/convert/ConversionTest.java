package nightsweep.worker.dataset.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.dataset.Scaling;
import nightsweep.worker.dataset.load.DatasetLoader;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.Decoded;
import nightsweep.worker.dataset.source.Features;
import nightsweep.worker.dataset.source.Selection;
import nightsweep.worker.dataset.source.Stored;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversionTest {
    private static final Decoded PICTURES = new Decoded(
            List.of("0", "1"),
            List.of(1, 2),
            new Selection(
                    new Stored(new Features.Bytes(new byte[] {1, 2, 3, 4, 5, (byte) 250}), new byte[] {0, 1, 1}, 2),
                    new int[] {2, 0}),
            new Stored(new Features.Bytes(new byte[] {7, 8}), new byte[] {1}, 2).all());

    @TempDir
    private Path folder;

    @Test
    void writesIdxFilesThatSweepsFindByName() throws DataException {
        List<String> files = conversion(FileKind.IDX).write(PICTURES);

        assertThat(files)
                .containsExactly(
                        "train-images-idx3-ubyte.gz",
                        "train-labels-idx1-ubyte.gz",
                        "t10k-images-idx3-ubyte.gz",
                        "t10k-labels-idx1-ubyte.gz");
        Decoded read = loader().decode(new DataSource.Folder("set"), 1);
        assertThat(read.shape()).containsExactly(1, 2);
        assertThat(read.train().stored().labels()).containsExactly(1, 0);
        assertThat(((Features.Bytes) read.train().stored().features()).values()).containsExactly(5, 250, 1, 2);
        assertThat(((Features.Bytes) read.test().stored().features()).values()).containsExactly(7, 8);
    }

    @Test
    void writesTables() throws DataException, IOException {
        Decoded named = new Decoded(List.of("a \"cat\"", "dog"), PICTURES.shape(), PICTURES.train(), PICTURES.test());

        assertThat(conversion(FileKind.CSV).write(named)).containsExactly("train.csv", "test.csv");

        assertThat(folder.resolve("set/train.csv")).hasContent("dog,5,250\n\"a \"\"cat\"\"\",1,2\n");
        assertThat(Files.readString(folder.resolve("set/test.csv"))).isEqualTo("dog,7,8\n");
        DataSource.Csv csv = new DataSource.Csv(
                folder.resolve("set/train.csv").toString(),
                folder.resolve("set/test.csv").toString(),
                DataSource.Header.ABSENT,
                "1",
                0);
        assertThat(loader().load(new DatasetSpec(csv, new Scaling.None(), 0, 0, 0), 1)
                        .labels())
                .containsExactly("a \"cat\"", "dog");
    }

    @Test
    void overwritesNothing() throws DataException {
        conversion(FileKind.IDX).write(PICTURES);

        assertThatThrownBy(() -> conversion(FileKind.IDX).write(PICTURES))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("Cannot write to " + folder.resolve("set")
                        + ": it has train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, ")
                .hasMessageEndingWith(" already. Remove them, or name another folder.");
    }

    private Conversion conversion(FileKind kind) {
        return new Conversion(new Configuration(), folder.resolve("set").toString(), kind);
    }

    private DatasetLoader loader() {
        return new DatasetLoader(new Configuration(), Optional.of(folder.toString()));
    }
}
