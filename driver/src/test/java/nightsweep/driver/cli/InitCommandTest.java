package nightsweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitCommandTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() throws IOException {
        desk = new Desk(folder);
    }

    @Test
    void writesAFileThatSaysWhatItFound() throws Exception {
        table("points.csv", "x,y,kind");

        int code = desk.execute("init", "points.csv", "--out", "first.yaml");

        assertThat(code).as(desk.err()).isEqualTo(ExitCode.DONE.number());
        assertThat(desk.out()).contains("nightsweep run first.yaml");
        String text = Files.readString(folder.resolve("first.yaml"));
        assertThat(text.replace("\n# ", " "))
                .contains("2 classes, 2 numbers an example; 77 to train, 19 to compare trials on, 24 to test.");
        assertThat(text).contains("train: points.csv", "header: present", "label: kind", "output: {units: 2,");
        assertThat(sweep(text).trials()).hasSize(36);
        assertThat(desk.execute("plan", "first.yaml")).as(desk.err()).isEqualTo(ExitCode.DONE.number());
    }

    @Test
    void tellsTheFileWhereNoneIsNamed() throws Exception {
        table("points.csv", "x,y,kind");

        int code = desk.execute("init", "points.csv");

        assertThat(code).isEqualTo(ExitCode.DONE.number());
        assertThat(sweep(desk.out()).name()).isEqualTo("points");
        assertThat(desk.err()).contains("--out FILE.yaml");
    }

    @ParameterizedTest
    @CsvSource({"x;y;kind, kind, present", "'', 3, absent", "kind;x;class, class, present"})
    void findsHeaderAndLabel(String header, String label, String found) throws Exception {
        table("points.csv", header.replace(';', ','));

        int code = desk.execute("init", "points.csv");

        assertThat(code).as(desk.err()).isEqualTo(ExitCode.DONE.number());
        assertThat(desk.out()).contains("label: " + label + " ", "header: " + found);
    }

    @Test
    void takesTheColumnThatIsNamed() throws Exception {
        StringBuilder rows = new StringBuilder("colour\tsize\tkind\n");
        for (int i = 0; i < 60; i++) {
            rows.append(i % 3)
                    .append('\t')
                    .append(i * 0.37)
                    .append('\t')
                    .append(i % 2)
                    .append('\n');
        }
        Files.writeString(folder.resolve("things.tsv"), rows);

        int code = desk.execute("init", "things.tsv", "--label", "colour");

        assertThat(code).as(desk.err()).isEqualTo(ExitCode.DONE.number());
        assertThat(desk.out()).contains("label: colour", "# 3 different values", "apart by tabs");
    }

    @Test
    void leavesOutWhatSaysTheSameAsTheLabelAndTellsOfAQuantity() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            rows.append(i % 2 == 0 ? "e,101," : "p,112,")
                    .append(i * 37 % 11)
                    .append(',')
                    .append(i * 1.5)
                    .append('\n');
        }
        Files.writeString(folder.resolve("mushrooms.csv"), rows);

        int code = desk.execute("init", "mushrooms.csv");

        assertThat(code).as(desk.err()).isEqualTo(ExitCode.DONE.number());
        assertThat(desk.out().replace("\n# ", " "))
                .contains(
                        "label: 1 ",
                        "columns: {2: ignored} ",
                        "The last column looks like a quantity: --label 4 predicts it.");
        assertThat(sweep(desk.out()).trials()).hasSize(36);
    }

    @Test
    void neverWritesOverAFile() throws Exception {
        table("points.csv", "x,y,kind");
        Files.writeString(folder.resolve("mine.yaml"), "mine");

        int code = desk.execute("init", "points.csv", "--out", "mine.yaml");

        assertThat(code).isEqualTo(ExitCode.USAGE.number());
        assertThat(desk.err()).contains("mine.yaml is there already");
        assertThat(folder.resolve("mine.yaml")).hasContent("mine");
    }

    @Test
    void refusesAColumnThatIsNotThere() throws Exception {
        table("points.csv", "x,y,kind");

        int code = desk.execute("init", "points.csv", "--label", "colour");

        assertThat(code).isEqualTo(ExitCode.USAGE.number());
        assertThat(desk.err()).contains("has no column colour. It has x, y, kind.");
    }

    @Test
    void predictsAQuantityWhereNothingLooksLikeClasses() throws Exception {
        StringBuilder rows = new StringBuilder("rooms,price\n");
        for (int i = 0; i < 60; i++) {
            rows.append(i * 0.5 + 1).append(',').append(i * 1.01).append('\n');
        }
        Files.writeString(folder.resolve("houses.csv"), rows);

        int code = desk.execute("init", "houses.csv");

        assertThat(code).as(desk.err()).isEqualTo(ExitCode.DONE.number());
        assertThat(desk.out())
                .contains("a number to predict", "label: price ", "target: number ", "loss: mean-squared-error")
                .doesNotContain("columns:");
        assertThat(sweep(desk.out()).trials()).hasSize(36);
    }

    @Test
    void saysThatNothingCanBePredicted() throws IOException {
        StringBuilder rows = new StringBuilder("price,name\n");
        for (int i = 0; i < 60; i++) {
            rows.append(i * 1.01).append(",name ").append(i).append('\n');
        }
        Files.writeString(folder.resolve("names.csv"), rows);

        int code = desk.execute("init", "names.csv");

        assertThat(code).isEqualTo(ExitCode.BAD_SWEEP.number());
        assertThat(desk.err()).contains("No column of names.csv looks like classes", "--label", "price, name");
    }

    @Test
    void looksAtPicturesInFolders() throws Exception {
        for (String kind : new String[] {"cats", "dogs"}) {
            Path class_ = Files.createDirectories(folder.resolve("pets").resolve(kind));
            for (int i = 0; i < 10; i++) {
                BufferedImage image = new BufferedImage(40, 24, BufferedImage.TYPE_INT_RGB);
                image.setRGB(i, i, 0xffffff);
                ImageIO.write(image, "png", class_.resolve(i + ".png").toFile());
            }
        }

        int code = desk.execute("init", "pets", "--out", "pets.yaml");

        assertThat(code).as(desk.err()).isEqualTo(ExitCode.DONE.number());
        assertThat(folder.resolve("pets.yaml")).content().contains("size: 24", "convolution:", "units: 2,");
        assertThat(desk.execute("init", "pets", "--label", "x")).isEqualTo(ExitCode.USAGE.number());
        assertThat(desk.err()).contains("--label names a column of a table, and pets is none");
    }

    @Test
    void looksAtIdxFilesOfAFolderOrOneOfThem() throws Exception {
        for (String part : new String[] {"train", "t10k"}) {
            byte[] images = new byte[16 + 40 * 4];
            System.arraycopy(new byte[] {0, 0, 8, 3, 0, 0, 0, 40, 0, 0, 0, 2, 0, 0, 0, 2}, 0, images, 0, 16);
            byte[] labels = new byte[8 + 40];
            System.arraycopy(new byte[] {0, 0, 8, 1, 0, 0, 0, 40}, 0, labels, 0, 8);
            for (int i = 0; i < 40; i++) {
                images[16 + 4 * i] = (byte) (100 * (i % 3));
                labels[8 + i] = (byte) (i % 3);
            }
            Path small = Files.createDirectories(folder.resolve("small"));
            Files.write(small.resolve("tiny-" + part + "-images-idx3-ubyte"), images);
            Files.write(small.resolve("tiny-" + part + "-labels-idx1-ubyte"), labels);
        }

        assertThat(desk.execute("init", "small")).as(desk.err()).isEqualTo(ExitCode.DONE.number());
        assertThat(sweep(desk.out()).name()).isEqualTo("tiny");
        String ofFolder = desk.out().lines().skip(2).toList().toString();
        assertThat(desk.execute("init", "small/tiny-train-images-idx3-ubyte"))
                .as(desk.err())
                .isEqualTo(ExitCode.DONE.number());
        assertThat(desk.out().lines().skip(2).toList()).hasToString(ofFolder);
    }

    @ParameterizedTest
    @CsvSource({
        "nowhere.csv, There is no file or folder nowhere.csv.",
        "empty, 'empty has neither folders of pictures, nor IDX files'",
        "two, 'but a.csv, b.csv: name one of them.'"
    })
    void saysWhyItCannotBeRead(String place, String why) throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        Path two = Files.createDirectories(folder.resolve("two"));
        Files.writeString(two.resolve("a.csv"), "1,2\n");
        Files.writeString(two.resolve("b.csv"), "1,2\n");

        int code = desk.execute("init", place);

        assertThat(code).isEqualTo(ExitCode.BAD_SWEEP.number());
        assertThat(desk.err()).contains(why);
    }

    /** Two clouds, of classes a and b. */
    private void table(String name, String header) throws IOException {
        StringBuilder rows = new StringBuilder(header.isEmpty() ? "" : header + "\n");
        for (int i = 0; i < 120; i++) {
            rows.append(String.format(
                    Locale.ROOT, "%.3f,%.3f,%s%n", Math.sin(i) + i % 2, Math.cos(7 * i), i % 2 == 0 ? "a" : "b"));
        }
        Files.writeString(folder.resolve(name), rows);
    }

    private static Sweep sweep(String text) throws SweepFileException {
        return SweepFile.parse(text, "init");
    }
}
