package nightsweep.worker.dataset.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import nightsweep.experiments.dataset.DataSource.Colours;
import nightsweep.experiments.dataset.ImageSize;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.random.RandomNumbers;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFileTest {
    private static final ImageSize TWO = new ImageSize(2, 1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_ARGB})
    void keepsColoursApartInPlanes(int type) throws DataException {
        byte[] png = Pictures.plain("png", 3, 3, type, 0x0a80ff);

        assertThat(planes(png, Colours.RGB)).containsExactly(10, 10, 128, 128, 255, 255);
        // 0.299 * 10 + 0.587 * 128 + 0.114 * 255 = 107.2
        assertThat(planes(png, Colours.GREY)).containsExactly(107, 107);
    }

    @Test
    void takesGreySamplesAsTheyAreStored() throws DataException {
        BufferedImage bytes = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
        bytes.getRaster().setSample(0, 0, 0, 100);
        BufferedImage words = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
        words.getRaster().setSample(0, 0, 0, 100 << 8 | 255);

        for (byte[] file : new byte[][] {Pictures.bytes("png", bytes), Pictures.bytes("png", words)}) {
            assertThat(planes(file, Colours.GREY)).containsExactly(100, 0);
            assertThat(planes(file, Colours.RGB)).containsExactly(100, 0, 100, 0, 100, 0);
        }
    }

    @Test
    void readsPalettes() throws DataException {
        byte[] png = Pictures.plain("png", 4, 2, BufferedImage.TYPE_BYTE_INDEXED, 0xff0000);

        assertThat(planes(png, Colours.RGB)).containsExactly(255, 255, 0, 0, 0, 0);
    }

    @Test
    void readsJpeg() throws DataException {
        byte[] planes = planes(Pictures.plain("jpeg", 16, 16, BufferedImage.TYPE_INT_RGB, 0xc86432), Colours.RGB);

        int[] expected = {200, 200, 100, 100, 50, 50};
        for (int i = 0; i < expected.length; i++) {
            assertThat(planes[i] & 0xff).isBetween(expected[i] - 3, expected[i] + 3);
        }
    }

    @Test
    void readsGreyJpeg() throws DataException {
        BufferedImage grey = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 64; i++) {
            grey.getRaster().setSample(i % 8, i / 8, 0, 96);
        }

        assertThat(planes(Pictures.bytes("jpeg", grey), Colours.RGB)).containsExactly(96, 96, 96, 96, 96, 96);
    }

    @Test
    void refusesWhatIsNoPicture() {
        assertThatThrownBy(() -> planes("<svg/>".getBytes(StandardCharsets.UTF_8), Colours.RGB))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("Cannot read " + folder)
                .hasMessageEndingWith("picture: it is no JPEG and no PNG, but an SVG picture.");
        assertThatThrownBy(() -> planes(Pictures.plain("bmp", 2, 2, BufferedImage.TYPE_INT_RGB, 0), Colours.RGB))
                .hasMessageEndingWith("picture: it is no JPEG and no PNG, but a BMP picture.");
        assertThatThrownBy(() -> planes("no picture".getBytes(StandardCharsets.UTF_8), Colours.RGB))
                .hasMessageEndingWith("picture: it is no JPEG and no PNG.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void refusesPicturesThatEndEarly(String format) {
        BufferedImage noise = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        RandomNumbers random = RandomNumbers.of(1, 0);
        for (int i = 0; i < 64 * 64; i++) {
            noise.setRGB(i % 64, i / 64, random.below(1 << 24));
        }
        byte[] whole = Pictures.bytes(format, noise);

        for (int share = 1; share < 10; share++) {
            byte[] part = Arrays.copyOf(whole, whole.length * share / 10);
            assertThatThrownBy(() -> planes(part, Colours.RGB))
                    .as("%d tenths", share)
                    .isInstanceOf(DataException.class);
        }
    }

    private byte[] planes(byte[] file, Colours colours) throws DataException {
        String path = Pictures.write(folder.resolve("picture"), file);
        return new ImageFile(new DataFile(new Configuration(), path)).planes(TWO, colours);
    }
}
