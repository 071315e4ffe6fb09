package nightsweep.worker.dataset.unlabelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.idx.IdxBytes;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnlabelledFilesTest {
    @TempDir
    private Path folder;

    private DataFile file(String name, byte[] bytes) throws IOException {
        Path path = Files.write(folder.resolve(name), bytes);
        return new DataFile(new Configuration(), path.toUri().toString());
    }

    /** Two by two pixels: black, red, green, blue. */
    private DataFile picture(String name, String format) throws IOException {
        BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 0, 0xff0000);
        image.setRGB(0, 1, 0x00ff00);
        image.setRGB(1, 1, 0x0000ff);
        Path path = folder.resolve(name);
        ImageIO.write(image, format, path.toFile());
        return new DataFile(new Configuration(), path.toUri().toString());
    }

    @Test
    void tellsFilesApartByTheirFirstBytes() throws Exception {
        assertThat(UnlabelledFiles.Kind.of(picture("a.dat", "png"))).isEqualTo(UnlabelledFiles.Kind.PICTURE);
        assertThat(UnlabelledFiles.Kind.of(picture("b.dat", "jpg"))).isEqualTo(UnlabelledFiles.Kind.PICTURE);
        assertThat(UnlabelledFiles.Kind.of(file("c.dat", IdxBytes.counting(2, 3))))
                .isEqualTo(UnlabelledFiles.Kind.IDX);
        assertThat(UnlabelledFiles.Kind.of(file("d.dat", "1,2\n".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(UnlabelledFiles.Kind.TEXT);
        assertThat(UnlabelledFiles.Kind.of(file("e.dat", new byte[0]))).isEqualTo(UnlabelledFiles.Kind.TEXT);
    }

    @Test
    void readsIdxExamplesInTheirOrder() throws Exception {
        ExampleSet examples = new UnlabelledFiles(List.of(2, 3))
                .idx(file("features", IdxBytes.counting(4, 2, 3)), Optional.empty(), told -> {});

        assertThat(examples.size()).isEqualTo(4);
        assertThat(examples.exact(3)).containsExactly(18, 19, 20, 21, 22, 23);
    }

    @Test
    void refusesIdxExamplesOfAnotherShape() throws Exception {
        DataFile file = file("features", IdxBytes.counting(4, 2, 3));

        assertThatThrownBy(() -> new UnlabelledFiles(List.of(28, 28)).idx(file, Optional.empty(), told -> {}))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith("its examples have the shape [2, 3], but the model takes [28, 28].");
    }

    @Test
    void bringsPicturesToTheShapeThatTheModelTakes() throws Exception {
        DataFile picture = picture("a.png", "png");

        ExampleSet coloured = new UnlabelledFiles(List.of(3, 2, 2)).pictures(List.of(picture, picture));
        ExampleSet grey = new UnlabelledFiles(List.of(2, 2)).pictures(List.of(picture));

        assertThat(coloured.size()).isEqualTo(2);
        assertThat(coloured.exact(1)).containsExactly(0, 255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 255);
        assertThat(grey.exact(0)).containsExactly(0, 76, 150, 29);
        assertThat(new UnlabelledFiles(List.of(3, 5, 4))
                        .pictures(List.of(picture))
                        .width())
                .isEqualTo(60);
    }

    @Test
    void refusesPicturesWhereTheModelTakesNone() throws Exception {
        DataFile picture = picture("a.png", "png");

        assertThatThrownBy(() -> new UnlabelledFiles(List.of(4)).pictures(List.of(picture)))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith("it is a picture, but the model takes examples of shape [4].");
    }
}
