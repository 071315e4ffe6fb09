package nightsweep.worker.dataset.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.Decoded;
import nightsweep.worker.dataset.source.Features;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxSourceTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeFourGoodFiles() {
        write("train-images", IdxBytes.counting(3, 2, 4));
        write("train-labels", IdxBytes.labels(0, 2, 1));
        write("test-images", IdxBytes.counting(2, 2, 4));
        write("test-labels", IdxBytes.labels(2, 0));
    }

    @Test
    void readsImagesAndLabels() throws DataException {
        Decoded decoded = source().read();

        assertThat(decoded.shape()).containsExactly(2, 4);
        assertThat(decoded.labels()).containsExactly("0", "1", "2");
        assertThat(decoded.train().stored().labels()).containsExactly(0, 2, 1);
        assertThat(decoded.test().stored().labels()).containsExactly(2, 0);
        assertThat(decoded.train().stored().features().at(23)).isEqualTo(23);
        assertThat(decoded.test().stored().features().length()).isEqualTo(16);
    }

    @Test
    void readsGzippedFilesWhateverTheirNames() throws DataException {
        write("train-images", IdxBytes.gzip(IdxBytes.counting(3, 2, 4)));
        write("train-labels", IdxBytes.gzip(IdxBytes.labels(0, 2, 1)));

        Decoded decoded = source().read();

        assertThat(decoded.train().stored().features().at(9)).isEqualTo(9);
    }

    @Test
    void readsMoreThanItReservesAtFirst() throws DataException {
        write("train-images", IdxBytes.counting(3, 1000, 1000));
        write("test-images", IdxBytes.counting(2, 1000, 1000));

        Decoded decoded = source().read();

        assertThat(decoded.train().stored().features().at(2_999_999)).isEqualTo(2_999_999 % 251);
    }

    @Test
    void readsFloats() throws DataException {
        write("train-images", IdxBytes.floats(new float[] {1.5f, -2, 0, 3e30f, 5, 6}, 3, 2));
        write("test-images", IdxBytes.floats(new float[] {1, 2, 3, 4}, 2, 2));

        Decoded decoded = source().read();

        Features.Floats floats = (Features.Floats) decoded.train().stored().features();
        assertThat(floats.values()).containsExactly(1.5f, -2, 0, 3e30f, 5, 6);
    }

    @Test
    void putsChannelsFirst() throws DataException {
        write("train-images", IdxBytes.counting(3, 5, 5, 3));
        write("test-images", IdxBytes.counting(2, 5, 5, 3));

        Decoded decoded = source().read();

        Features features = decoded.train().stored().features();
        assertThat(decoded.shape()).containsExactly(3, 5, 5);
        assertThat(source().outline().shape()).containsExactly(3, 5, 5);
        assertThat(List.of(features.at(0), features.at(1), features.at(25), features.at(50), features.at(75)))
                .containsExactly(0f, 3f, 1f, 2f, 75f);
    }

    @Test
    void outlinesWithoutReadingValues() throws DataException {
        write("train-images", Arrays.copyOf(IdxBytes.counting(3, 2, 4), 16));
        write("test-images", Arrays.copyOf(IdxBytes.counting(2, 2, 4), 16));

        var outline = source().outline();

        assertThat(outline.shape()).containsExactly(2, 4);
        assertThat(outline.trainCounts()).containsExactly(1, 1, 1);
        assertThat(outline.testExamples()).isEqualTo(2);
    }

    @Test
    void rejectsAMissingFile() {
        IdxSource source =
                new IdxSource(file("nowhere"), file("train-labels"), file("test-images"), file("test-labels"));

        assertThatThrownBy(source::read)
                .isInstanceOf(DataException.class)
                .hasMessage("Cannot read " + folder.resolve("nowhere") + ": there is no such file.");
    }

    @Test
    void rejectsAFolderInPlaceOfAFile() {
        IdxSource source = new IdxSource(file(""), file("train-labels"), file("test-images"), file("test-labels"));

        assertThatThrownBy(source::read).isInstanceOf(DataException.class).hasMessageContaining("it is a folder");
    }

    @Test
    void rejectsAnUnknownFileSystem() {
        DataFile file = new DataFile(new Configuration(), "nosuchfs://host/file");
        IdxSource source = new IdxSource(file, file, file, file);

        assertThatThrownBy(source::read)
                .isInstanceOf(DataException.class)
                .hasMessageContaining(
                        "Cannot read nosuchfs://host/file: Cannot use nosuchfs://host: Hadoop knows no file system");
    }

    @Test
    void rejectsOtherFormats() {
        write("train-images", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0, 0, 0, 0});

        assertRejected(
                "train-images",
                "an IDX file begins with 00 00, then 08 for unsigned bytes or 0d for floats, then 01 to 04 for its"
                        + " dimensions, but this one with 50 4b 03 04: it is a ZIP archive, as Excel workbooks are: unpack it, or"
                        + " save the sheet as CSV in UTF-8.");
    }

    @Test
    void rejectsOtherTypes() {
        write("train-images", IdxBytes.file(0x0b, new byte[24], 3, 4));

        assertRejected("train-images", "but this one with 00 00 0b 02.");
    }

    @Test
    void rejectsLabelsInPlaceOfFeatures() {
        write("train-images", IdxBytes.labels(0, 1, 2));

        assertRejected(
                "train-images",
                "features have 2 to 4 dimensions, but these are unsigned bytes in 1 dimension. Is it a file of labels?");
    }

    @Test
    void rejectsFeaturesInPlaceOfLabels() {
        write("train-labels", IdxBytes.counting(3, 2, 4));

        assertRejected(
                "train-labels",
                "labels are unsigned bytes in one dimension, but these are unsigned bytes in 3 dimensions.");
    }

    @Test
    void rejectsATruncatedHeader() {
        write("train-images", Arrays.copyOf(IdxBytes.counting(3, 2, 4), 13));

        assertRejected("train-images", "it ends within its header.");
    }

    @Test
    void rejectsAnEmptyFile() {
        write("train-images", new byte[0]);

        assertRejected("train-images", "it ends within its header.");
    }

    @Test
    void rejectsTruncatedValues() {
        write("train-images", Arrays.copyOf(IdxBytes.counting(3, 2, 4), 30));

        assertRejected("train-images", "it is truncated: its header promises 40 bytes, but it has 30.");
    }

    @Test
    void rejectsTruncatedFloats() {
        write("train-images", Arrays.copyOf(IdxBytes.floats(new float[6], 3, 2), 30));
        write("test-images", IdxBytes.floats(new float[4], 2, 2));

        assertRejected("train-images", "it is truncated: its header promises 36 bytes, but it has 30.");
    }

    @Test
    void rejectsATruncatedArchive() {
        byte[] archive = IdxBytes.gzip(IdxBytes.counting(3, 2, 4));
        write("train-images", Arrays.copyOf(archive, archive.length - 12));

        assertRejected("train-images", ": it is truncated.");
    }

    @Test
    void rejectsTrailingBytes() {
        write("train-images", Arrays.copyOf(IdxBytes.counting(3, 2, 4), 41));

        assertRejected("train-images", "it goes on after the 40 bytes that its header promises.");
    }

    @Test
    void rejectsDimensionsOfNothing() {
        write("train-images", IdxBytes.file(0x08, new byte[0], 3, 0, 4));

        assertRejected("train-images", "its header promises 3 x 0 x 4 values, which is none.");
    }

    @Test
    void rejectsMoreValuesThanFit() {
        write("train-images", IdxBytes.file(0x08, new byte[100], -1, 28, 28));

        assertRejected(
                "train-images", "its header promises 4294967295 x 28 x 28 values, but at most 2147483639 can be read.");
    }

    @Test
    void reservesNoMemoryForWhatIsOnlyPromised() {
        write("train-images", IdxBytes.file(0x08, new byte[100], 2_000_000, 1, 1000));
        write("train-labels", withLastLabel(IdxBytes.file(0x08, new byte[2_000_000], 2_000_000)));
        write("test-images", IdxBytes.counting(2, 1, 1000));
        write("test-labels", IdxBytes.labels(0, 1));

        assertRejected("train-images", "it is truncated: its header promises 2000000016 bytes, but it has 116.");
    }

    private static byte[] withLastLabel(byte[] labels) {
        labels[labels.length - 1] = 1;
        return labels;
    }

    @Test
    void rejectsOtherNumbersOfLabels() {
        write("train-labels", IdxBytes.labels(0, 1));

        assertRejected("train-labels", "it has 2 labels, but " + folder.resolve("train-images") + " has 3 examples.");
    }

    @Test
    void countsOnlyClassesThatOccur() throws DataException {
        write("train-labels", IdxBytes.labels(1, 7, 3));
        write("test-labels", IdxBytes.labels(7, 3));

        Decoded decoded = source().read();

        assertThat(decoded.labels()).containsExactly("1", "3", "7");
        assertThat(decoded.train().stored().labels()).containsExactly(0, 2, 1);
        assertThat(decoded.test().stored().labels()).containsExactly(2, 1);
        assertThat(source().outline().trainCounts()).containsExactly(1, 1, 1);
        assertThat(source().outline().testCounts()).containsExactly(0, 1, 1);
    }

    @Test
    void countsClassesThatOccurInTestingAlone() throws DataException {
        write("test-labels", IdxBytes.labels(1, 255));

        assertThat(source().read().labels()).containsExactly("0", "1", "2", "255");
        assertThat(source().outline().trainCounts()).containsExactly(1, 1, 1, 0);
    }

    @Test
    void rejectsOneClass() {
        write("train-labels", IdxBytes.labels(0, 0, 0));

        assertRejected("train-labels", "every label is 0, but there must be two classes or more.");
    }

    @Test
    void rejectsTestImagesOfOtherShape() {
        write("test-images", IdxBytes.counting(2, 4, 2));

        assertRejected(
                "test-images",
                "its examples are unsigned bytes of shape [4, 2], but those of " + folder.resolve("train-images")
                        + " are unsigned bytes of shape [2, 4].");
    }

    @Test
    void rejectsFloatsThatAreNotFinite() {
        write("train-images", IdxBytes.floats(new float[] {0, 0, 0, Float.NaN, 0, 0}, 3, 2));
        write("test-images", IdxBytes.floats(new float[4], 2, 2));

        assertRejected("train-images", "value 1 of example 1 (both from 0) is NaN, not a finite number.");
    }

    private void assertRejected(String file, String message) {
        assertThatThrownBy(() -> source().read())
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("Cannot read " + folder.resolve(file) + ": ")
                .hasMessageEndingWith(message);
    }

    private IdxSource source() {
        return new IdxSource(file("train-images"), file("train-labels"), file("test-images"), file("test-labels"));
    }

    private DataFile file(String name) {
        return new DataFile(new Configuration(), folder.resolve(name).toString());
    }

    private void write(String name, byte[] bytes) {
        IdxBytes.write(folder.resolve(name), bytes);
    }
}
