package nightsweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;

class DataCommandTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() throws IOException {
        desk = new Desk(folder);
        Cell pictures = Mat5.newCell(3, 1);
        Matrix classes = Mat5.newMatrix(3, 1);
        for (int i = 0; i < 3; i++) {
            Matrix picture = Mat5.newMatrix(2, 2 + 2 * i, MatlabType.UInt8);
            picture.setInt(0, 0, 200);
            pictures.set(i, picture);
            classes.setInt(i, 5 + i % 2);
        }
        try (MatFile file = Mat5.newMatFile()) {
            file.addArray("images", pictures).addArray("labels", classes);
            Mat5.writeToFile(file, folder.resolve("few.mat").toFile());
        }
    }

    @Test
    void convertsAMatlabFileToADataSetThatASweepFindsByName() throws IOException {
        assertThat(convert("--to", "data/few", "--size", "2", "--train", "2", "--test", "1"))
                .isZero();

        assertThat(desk.out()).isEqualTo("""
                        2 pictures to train on and 1 to test on, of 2x2 pixels, in the classes 0 5, 1 6.
                        Wrote train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, t10k-images-idx3-ubyte.gz, \
                        t10k-labels-idx1-ubyte.gz to file://%s.
                        """.formatted(folder.resolve("data/few")));
        Files.writeString(
                folder.resolve("few.yaml"),
                "name: few\ndataset: few\nnetwork: [{output: {units: 2, loss: cross-entropy}}]");
        assertThat(desk.execute(
                        "plan", "few.yaml", "--data", folder.resolve("data").toString()))
                .as(desk.err())
                .isZero();
        assertThat(desk.out()).contains("few: 2 to train on, 1 to test on; 2x2 pixels, 2 classes");
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(convert("--to", "data", "--size", "two", "--train", "2", "--test", "1"))
                .isEqualTo(3);
        assertThat(desk.err())
                .isEqualTo("nightsweep: --size must be such as 28, or 28x20 for width and height, but got two.\n");

        assertThat(convert("--to", "data", "--size", "2", "--train", "3", "--test", "1"))
                .isEqualTo(3);
        assertThat(desk.err()).contains("it has 3 pictures, but 3 to train on and 1 to test on are 4.");

        assertThat(convert("--to", "data", "--size", "2")).isEqualTo(2);
        assertThat(desk.err()).contains("Missing required options", "--train", "--test");
    }

    private int convert(String... options) {
        String[] arguments = new String[3 + options.length];
        arguments[0] = "data";
        arguments[1] = "convert";
        arguments[2] = "few.mat";
        System.arraycopy(options, 0, arguments, 3, options.length);
        return desk.execute(arguments);
    }
}
