package nightsweep.worker.dataset.matlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.ImageSize;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.random.RandomNumbers;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.Decoded;
import nightsweep.worker.dataset.source.Features;
import org.apache.hadoop.conf.Configuration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Matrix;

class MatlabSourceTest {
    private static final int TRIES = 20;

    @TempDir
    private Path folder;

    @Test
    void readsPicturesOfAllSizesRowByRow() throws DataException {
        MatlabSource source = source(MatFiles.six(folder.resolve("six.mat")), new ImageSize(3, 2), 4, 2);

        Decoded decoded = source.read();

        assertThat(decoded.labels()).containsExactly("1", "2", "10");
        assertThat(decoded.shape()).containsExactly(2, 3);
        assertThat(decoded.train().stored().labels()).containsExactly(1, 2, 0, 1);
        assertThat(decoded.test().stored().labels()).containsExactly(0, 2);
        byte[] values = ((Features.Bytes) decoded.train().stored().features()).values();
        assertThat(Arrays.copyOf(values, 6)).as("as it was stored").containsExactly(0, 1, 2, 3, 4, 5);
        // Rows 0 to 3 of the third picture in pairs: 80 and 83, 86 and 89.
        assertThat(Arrays.copyOfRange(values, 12, 18)).containsExactly(82, 83, 84, 88, 89, 90);
        assertThat(source.outline()).usingRecursiveComparison().isEqualTo(decoded.outline());
    }

    @Test
    void takesWhatIsTrueInALogicalPictureForWhite() throws DataException {
        Cell cells = Mat5.newCell(1, 3);
        Matrix labels = Mat5.newMatrix(1, 3);
        for (int i = 0; i < 3; i++) {
            Matrix picture = Mat5.newLogical(1, 2);
            picture.setBoolean(0, 1, true);
            cells.set(i, picture);
            labels.setDouble(i, i % 2);
        }

        Decoded decoded = source(
                        MatFiles.write(folder.resolve("logical.mat"), cells, labels), new ImageSize(2, 1), 2, 1)
                .read();

        assertThat(((Features.Bytes) decoded.test().stored().features()).values())
                .containsExactly(0, 255);
    }

    @Test
    void saysWhichVariablesThereAre() {
        String file = MatFiles.six(folder.resolve("six.mat"));
        DataSource.Matlab named = new DataSource.Matlab(file, "images", "labels", new ImageSize(1, 1), 1, 1);

        refuses(
                () -> new MatlabSource(dataFile(file), named).outline(),
                file + ": it has no variable images, but Data, labels.");
    }

    @Test
    void refusesWhatIsNoCellArrayOfPictures() {
        String matrix = MatFiles.write(folder.resolve("matrix.mat"), Mat5.newMatrix(3, 4), Mat5.newMatrix(3, 1));
        Cell cells = Mat5.newCell(2, 1);
        cells.set(0, Mat5.newMatrix(3, 4));
        Matrix labels = Mat5.newMatrix(2, 1);
        labels.setDouble(1, 7);
        cells.set(1, MatFiles.picture(1, 1, 0));
        String doubles = MatFiles.write(folder.resolve("doubles.mat"), cells, labels);
        String few = MatFiles.write(folder.resolve("few.mat"), cells, Mat5.newMatrix(3, 1));

        refuses(
                () -> source(matrix, new ImageSize(1, 1), 1, 1).read(),
                matrix + ": Data must be a cell array of pictures, but it is a double of 3x4.");
        refuses(
                () -> source(few, new ImageSize(1, 1), 1, 1).read(),
                few + ": Data has 2 pictures, but labels has 3 classes.");
        refuses(
                () -> source(doubles, new ImageSize(1, 1), 1, 1).read(),
                doubles + ": labels has 1 different values among the training pictures, but there must be 2 to 256"
                        + " classes.");
    }

    @Test
    void refusesPicturesThatAreNoBytes() {
        Cell cells = Mat5.newCell(3, 1);
        Matrix labels = Mat5.newMatrix(3, 1);
        for (int i = 0; i < 3; i++) {
            cells.set(i, i == 1 ? Mat5.newMatrix(3, 4) : MatFiles.picture(2, 2, 0));
            labels.setDouble(i, i % 2);
        }
        String file = MatFiles.write(folder.resolve("mixed.mat"), cells, labels);

        refuses(
                () -> source(file, new ImageSize(1, 1), 2, 1).read(),
                file + ": picture 1 (from 0) must be a uint8 or a logical matrix, but it is a double of 3x4.");
    }

    @Test
    void refusesMorePicturesThanThereAreAndLabelsThatWereNeverTrained() {
        String file = MatFiles.six(folder.resolve("six.mat"));

        refuses(
                () -> source(file, new ImageSize(1, 1), 5, 2).outline(),
                file + ": it has 6 pictures, but 5 to train on and 2 to test on are 7.");
        refuses(
                () -> source(file, new ImageSize(1, 1), 2, 1).outline(),
                file + ": label 1 of picture 2 (from 0) is no class of the training pictures, which are [2, 10].");
    }

    @Test
    void refusesWhatIsNoMatlabFile() throws IOException {
        String file = Files.writeString(folder.resolve("text.mat"), "not at all ".repeat(30))
                .toString();

        assertThatThrownBy(() -> source(file, new ImageSize(1, 1), 1, 1).read())
                .isInstanceOf(DataException.class)
                .hasMessage("Cannot read " + file + ": it is damaged, or no MATLAB 5 file, which MATLAB writes with"
                        + " save -v7: The input is not a valid MATLAB 5.0 MAT-file.");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void readsOrRefusesDamagedFiles(long seed) throws IOException {
        byte[] good = Files.readAllBytes(Path.of(MatFiles.six(folder.resolve("six.mat"))));
        RandomNumbers random = RandomNumbers.of(seed, 0);
        Path damaged = folder.resolve("damaged.mat");
        int refused = 0;

        for (int attempt = 0; attempt < TRIES; attempt++) {
            byte[] bytes = Arrays.copyOf(good, good.length - (random.below(3) == 0 ? random.below(good.length) : 0));
            bytes[random.below(bytes.length)] ^= (byte) (1 << random.below(8));
            Files.write(damaged, bytes);
            try {
                source(damaged.toString(), new ImageSize(2, 2), 4, 2).read();
            } catch (DataException e) {
                refused++;
                assertThat(e.getMessage()).startsWith("Cannot read ");
            }
        }

        assertThat(refused).isBetween(TRIES / 4, TRIES);
    }

    private static void refuses(ThrowingCallable reading, String problem) {
        assertThatThrownBy(reading).isInstanceOf(DataException.class).hasMessage("Cannot read " + problem);
    }

    private static MatlabSource source(String file, ImageSize size, int train, int test) {
        return new MatlabSource(dataFile(file), new DataSource.Matlab(file, "Data", "labels", size, train, test));
    }

    private static DataFile dataFile(String file) {
        return new DataFile(new Configuration(), file);
    }
}
