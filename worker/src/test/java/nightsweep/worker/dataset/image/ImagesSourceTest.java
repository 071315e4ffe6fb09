package nightsweep.worker.dataset.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DataSource.Colours;
import nightsweep.experiments.dataset.ImageSize;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.Decoded;
import nightsweep.worker.dataset.source.Features;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesSourceTest {
    @TempDir
    private Path home;

    @BeforeEach
    void draw() {
        put("train/dog/10.png", 10);
        put("train/dog/2.png", 2);
        put("train/cat/b.png", 20);
        put("train/cat/a.png", 30);
        put("train/cat/c.png", 40);
        put("test/dog/x.png", 50);
    }

    @Test
    void takesFoldersForClassesAndAllInTheOrderOfNames() throws DataException, IOException {
        Files.writeString(home.resolve("train/cat/.hidden"), "no picture");
        Files.writeString(home.resolve("train/_SUCCESS"), "");
        Files.writeString(home.resolve("train/readme.txt"), "no class");

        ImagesSource source = source("file://" + home + "/train", "test", 0);

        Decoded decoded = source.read();
        assertThat(decoded.labels()).containsExactly("cat", "dog");
        assertThat(decoded.shape()).containsExactly(1, 2);
        assertThat(decoded.train().stored().labels()).containsExactly(0, 0, 0, 1, 1);
        assertThat(values(decoded)).containsExactly(30, 30, 20, 20, 40, 40, 10, 10, 2, 2);
        assertThat(decoded.test().stored().labels()).containsExactly(1);
        assertThat(IntStream.range(0, 5).mapToObj(decoded.train().stored().origins()::of))
                .containsExactly("cat/a.png", "cat/b.png", "cat/c.png", "dog/10.png", "dog/2.png");
        assertThat(source.outline())
                .usingRecursiveComparison()
                .ignoringFields("remarks")
                .isEqualTo(decoded.outline());
    }

    @Test
    void keepsAShareForTesting() throws DataException {
        ImagesSource source = source("train", "", 0.4);

        Decoded decoded = source.read();

        assertThat(decoded.train().size()).isEqualTo(3);
        assertThat(decoded.test().counts(2)).containsExactly(1, 1);
        assertThat(source.outline()).usingRecursiveComparison().isEqualTo(decoded.outline());
        assertThat(source("train", "", 0.4).read().test().rows())
                .isEqualTo(decoded.test().rows());
    }

    @Test
    void givesThreePlanesInColour() throws DataException {
        DataSource.Images images =
                new DataSource.Images(home + "/train", home + "/test", 0, new ImageSize(5, 4), Colours.RGB);

        Decoded decoded = new ImagesSource(new Configuration(), images, 1).read();

        assertThat(decoded.shape()).containsExactly(3, 4, 5);
        assertThat(decoded.train().stored().width()).isEqualTo(60);
    }

    @Test
    void tellsAllUnreadablePicturesByName() throws IOException {
        Files.writeString(home.resolve("train/dog/10.png"), "no picture");
        Files.writeString(home.resolve("train/cat/a.png"), "GIF89a");

        assertThatThrownBy(() -> source("train", "test", 0).read())
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("Cannot read " + home + "/train: 2 of 5 pictures cannot be read. Remove or"
                        + " replace them:\n  Cannot read ")
                .hasMessageContaining("/train/cat/a.png: it is no JPEG and no PNG.\n  Cannot read ")
                .hasMessageEndingWith("/train/dog/10.png: it is no JPEG and no PNG.");
    }

    @Test
    void refusesLinksWhoseTargetsAreGone() throws IOException {
        Files.createSymbolicLink(home.resolve("train/cat/lost.png"), home.resolve("nowhere.png"));

        assertThatThrownBy(() -> source("train", "test", 0).outline())
                .isInstanceOf(DataException.class)
                .hasMessageContaining("some entries of cat cannot be opened: links to files that are gone")
                .hasMessageEndingWith(": lost.png.");

        Files.delete(home.resolve("train/cat/lost.png"));
        Files.createSymbolicLink(home.resolve("train/lost"), home.resolve("nowhere"));
        assertThatThrownBy(() -> source("train", "test", 0).outline())
                .hasMessageContaining("some entries of train cannot be opened")
                .hasMessageEndingWith(": lost.");
    }

    @Test
    void doubtsPicturesThatAreTrainedAndTestedOn() throws DataException {
        assertThat(source("train", "train", 0).outline().remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.doubt()).isEqualTo(Doubt.TESTED_ON_TRAINING));
        assertThat(source("train", "test", 0).outline().remarks()).isEmpty();
    }

    @Test
    void passesOverWhatUnpackingLeaves() throws IOException, DataException {
        Files.createDirectories(home.resolve("train/__MACOSX/cat"));
        Files.createDirectories(home.resolve("train/@eaDir"));

        assertThat(source("train", "", 0.4).outline().remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.message()).endsWith(" are passed over: @eaDir, __MACOSX."));
    }

    @Test
    void takesNamesWithUnderscoresAndColonsForData() throws DataException {
        put("odd/_unknown/_DSC0001.png", 1);
        put("odd/_unknown/a:b.png", 2);
        put("odd/12:30/:.png", 3);
        put("odd/12:30/x y%20#?.png", 4);

        Decoded decoded = source("odd", "odd", 0).read();

        assertThat(decoded.labels()).containsExactly("12:30", "_unknown");
        assertThat(decoded.train().counts(2)).containsExactly(2, 2);
    }

    @Test
    void tellsWhatItPassesOver() throws IOException, DataException {
        put("mixed/cat/a.png", 1);
        put("mixed/dog/a.png", 1);
        for (String name : List.of("cat/Thumbs.db", "cat/.DS_Store", "dog/notes.txt", "labels.csv", "_SUCCESS")) {
            Files.writeString(home.resolve("mixed").resolve(name), "");
        }
        put("mixed/.thumbnails/a.png", 1);

        var outline = source("mixed", "mixed", 0).outline();

        assertThat(outline.trainCounts()).containsExactly(1, 1);
        assertThat(outline.remarks())
                .filteredOn(remark -> remark.doubt() == Doubt.PASSED_OVER)
                .hasSize(2)
                .allSatisfy(remark -> {
                    assertThat(remark.doubt()).isEqualTo(Doubt.PASSED_OVER);
                    assertThat(remark.message())
                            .isEqualTo(
                                    "6 files and folders of " + home + "/mixed are passed over: .thumbnails, _SUCCESS,"
                                            + " cat/.DS_Store, cat/Thumbs.db, dog/notes.txt, labels.csv.");
                });
    }

    @Test
    void refusesEmptyFilesAndOtherFormatsBeforeAnyIsRead() throws IOException {
        put("bad/cat/a.png", 1);
        put("bad/dog/a.png", 1);
        Files.write(home.resolve("bad/cat/b.png"), new byte[0]);
        Files.writeString(home.resolve("bad/dog/b.gif"), "GIF89a");

        refuses(
                "bad",
                "test",
                "bad: some pictures cannot be read. Remove or replace them: cat/b.png is empty, dog/b.gif is no JPEG and"
                        + " no PNG.");
    }

    @Test
    void tellsWhatIsWrongWithFolders() throws IOException {
        put("one/cat/a.png", 1);
        Files.createDirectories(home.resolve("hollow/cat"));
        put("hollow/dog/a.png", 1);
        put("deep/cat/more/a.png", 1);
        put("deep/dog/a.png", 1);
        put("others/bird/a.png", 1);
        put("others/cat/a.png", 1);

        refuses("nowhere", "test", "nowhere: there is no such folder.");
        refuses(
                "train/cat",
                "test",
                "train/cat: it has no folders. Wanted is a folder for each class, named after it, with its pictures.");
        refuses("one", "test", "one: it has 1 folder, but there must be 2 to 256 classes.");
        refuses("hollow", "test", "hollow: there is no picture in cat.");
        refuses(
                "deep",
                "test",
                "deep: there are folders within classes, whose pictures would be passed over: cat/more.");
        refuses("train", "others", "others: bird is no class of " + home + "/train, which are cat, dog.");
    }

    @Test
    void isCalledAfterItsFolder() {
        for (String folder : List.of("/data/pets", "/data/pets/", "hdfs://host/data/pets/train", "pets/training/")) {
            assertThat(new DataSource.Images(folder, "x", 0, new ImageSize(1, 1), Colours.RGB).label())
                    .isEqualTo("pets");
        }
        assertThat(new DataSource.Images("train", "x", 0, new ImageSize(1, 1), Colours.RGB).label())
                .isEqualTo("train");
    }

    private void refuses(String train, String test, String problem) {
        assertThatThrownBy(() -> source(train, test, 0).outline())
                .isInstanceOf(DataException.class)
                .hasMessage("Cannot read " + home + "/" + problem);
    }

    private ImagesSource source(String train, String test, double testShare) {
        String folder = train.startsWith("file:") ? train : home + "/" + train;
        DataSource.Images images = new DataSource.Images(
                folder, test.isEmpty() ? "" : home + "/" + test, testShare, new ImageSize(2, 1), Colours.GREY);
        return new ImagesSource(new Configuration(), images, 1);
    }

    private void put(String file, int grey) {
        Pictures.write(
                home.resolve(file),
                Pictures.plain("png", 3, 2, BufferedImage.TYPE_INT_RGB, grey << 16 | grey << 8 | grey));
    }

    private static byte[] values(Decoded decoded) {
        return ((Features.Bytes) decoded.train().stored().features()).values();
    }
}
