package nightsweep.worker.dataset.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import nightsweep.experiments.dataset.DataSource.Colours;
import nightsweep.experiments.dataset.ImageSize;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a viewer shows of a picture is what a network sees. */
class ShownPicturesTest {
    @TempDir
    private Path folder;

    @Test
    void laysWhatIsTransparentOnWhite() throws DataException {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00000000);
        image.setRGB(1, 0, 0x800a64ff);
        image.setRGB(2, 0, 0xff0a64ff);

        // 0x80 of 0xff: (10 * 128 + 255 * 127) / 255 = 132.0, (100 * 128 + 255 * 127) / 255 = 177.2.
        assertThat(rgb(Pictures.bytes("png", image), 3, 1)).containsExactly(255, 132, 10, 255, 177, 100, 255, 255, 255);
    }

    @ParameterizedTest
    @ValueSource(ints = {DataBuffer.TYPE_BYTE, DataBuffer.TYPE_USHORT})
    void laysTransparentGreyOnWhite(int type) throws DataException {
        int full = type == DataBuffer.TYPE_BYTE ? 255 : 65535;
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY), true, false, BufferedImage.TRANSLUCENT, type);
        WritableRaster raster = model.createCompatibleWritableRaster(3, 1);
        raster.setPixel(0, 0, new int[] {0, 0});
        raster.setPixel(1, 0, new int[] {0, full});
        raster.setPixel(2, 0, new int[] {full, full});

        assertThat(rgb(Pictures.bytes("png", new BufferedImage(model, raster, false, null)), 3, 1))
                .containsExactly(255, 0, 255, 255, 0, 255, 255, 0, 255);
    }

    @Test
    void laysTransparentColoursOfAPaletteOnWhite() throws DataException {
        byte[] levels = {0, 100, (byte) 200};
        IndexColorModel model = new IndexColorModel(2, 3, levels, levels, levels, 1);
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_INDEXED, model);
        image.getRaster().setPixels(0, 0, 3, 1, new int[] {0, 1, 2});

        assertThat(rgb(Pictures.bytes("png", image), 3, 1)).containsExactly(0, 255, 200, 0, 255, 200, 0, 255, 200);
    }

    @ParameterizedTest
    @CsvSource({
        // Stored as 10 20 / 30 40 / 50 60; seen row by row.
        "1, 2, 3, 10 20 30 40 50 60",
        "2, 2, 3, 20 10 40 30 60 50",
        "3, 2, 3, 60 50 40 30 20 10",
        "4, 2, 3, 50 60 30 40 10 20",
        "5, 3, 2, 10 30 50 20 40 60",
        "6, 3, 2, 50 30 10 60 40 20",
        "7, 3, 2, 60 40 20 50 30 10",
        "8, 3, 2, 20 40 60 10 30 50",
        "9, 2, 3, 10 20 30 40 50 60",
    })
    void turnsPicturesTheWayUpThatTheCameraNoted(int orientation, int width, int height, String seen)
            throws DataException {
        BufferedImage image = new BufferedImage(2, 3, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setPixels(0, 0, 2, 3, new int[] {10, 20, 30, 40, 50, 60});
        int[] expected =
                Arrays.stream(seen.split(" ")).mapToInt(Integer::parseInt).toArray();

        assertThat(grey(withExifChunk(Pictures.bytes("png", image), orientation), width, height))
                .containsExactly(expected);
    }

    @Test
    void turnsJpeg() throws DataException {
        BufferedImage image = new BufferedImage(32, 16, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < 32; x++) {
            for (int y = 0; y < 16; y++) {
                image.getRaster().setSample(x, y, 0, x < 16 ? 40 : 200);
            }
        }
        byte[] exif = concat("Exif\0\0".getBytes(StandardCharsets.US_ASCII), exif(6));

        int[] seen = grey(withSegment(Pictures.bytes("jpeg", image), 0xe1, exif), 1, 2);

        assertThat(seen[0]).isBetween(35, 45);
        assertThat(seen[1]).isBetween(195, 205);
        assertThat(grey(Pictures.bytes("jpeg", image), 2, 1)[1]).isBetween(195, 205);
    }

    @Test
    void turnsInksIntoColours() throws DataException {
        byte[] adobe = withSegment(fourSamples(255, 128, 0, 204), 0xee, adobe(0));
        // The complements of these inks, 255 128 0, as light and two differences of colour.
        byte[] ycck = withSegment(fourSamples(151, 43, 202, 204), 0xee, adobe(2));

        for (byte[] file : new byte[][] {adobe, ycck}) {
            int[] seen = rgb(file, 1, 1);

            assertThat(seen[0]).isBetween(200, 208);
            assertThat(seen[1]).isBetween(98, 106);
            assertThat(seen[2]).isBetween(0, 5);
        }
    }

    @Test
    void refusesInksThatAreNotSaidToBeComplements() {
        assertThatThrownBy(() -> rgb(fourSamples(0, 127, 255, 51), 1, 1))
                .hasMessageContaining("picture: it is a JPEG of four inks that does not say");
    }

    @Test
    void takesSamplesThatNothingNamesForLightAndColour() throws DataException {
        byte[] jpeg = Pictures.plain("jpeg", 16, 16, BufferedImage.TYPE_INT_RGB, 0xc86432);
        int[] named = rgb(jpeg, 1, 1);

        int[] seen = rgb(unnamed(jpeg), 1, 1);

        for (int i = 0; i < 3; i++) {
            assertThat(seen[i]).isCloseTo(named[i], within(2));
        }
        assertThat(named[0]).isBetween(194, 206);
    }

    /** The same without JFIF's segment, and with 0, 1 and 2 for the names of its samples. */
    private static byte[] unnamed(byte[] jpeg) {
        int length = ((jpeg[4] & 0xff) << 8 | (jpeg[5] & 0xff)) + 2;
        byte[] bare = concat(new byte[] {(byte) 0xff, (byte) 0xd8}, Arrays.copyOfRange(jpeg, 2 + length, jpeg.length));
        for (int at = 2; at < bare.length; ) {
            int marker = bare[at + 1] & 0xff;
            int first = marker == 0xc0 ? at + 10 : at + 5;
            for (int i = 0; i < 3 && (marker == 0xc0 || marker == 0xda); i++) {
                bare[first + i * (marker == 0xc0 ? 3 : 2)] = (byte) i;
            }
            if (marker == 0xda) {
                break;
            }
            at += 2 + ((bare[at + 2] & 0xff) << 8 | (bare[at + 3] & 0xff));
        }
        return bare;
    }

    @Test
    void refusesEmptyFiles() {
        assertThatThrownBy(() -> rgb(new byte[0], 1, 1)).hasMessageEndingWith("picture: it is empty.");
    }

    @Test
    void passesOverDamagedNotes() throws DataException {
        byte[] png = Pictures.plain("png", 2, 2, BufferedImage.TYPE_INT_RGB, 0x0a0a0a);

        for (int length : new int[] {0, 3, 9, 13}) {
            assertThat(grey(withChunk(png, Arrays.copyOf(exif(6), length)), 1, 1))
                    .containsExactly(10);
        }
    }

    private static byte[] fourSamples(int... samples) {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, 4, new Point());
        for (int i = 0; i < 256; i++) {
            raster.setPixel(i % 16, i / 16, samples);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(new IIOImage(raster, null, null));
        } catch (IOException e) {
            throw new AssertionError(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] adobe(int transform) {
        return concat("Adobe".getBytes(StandardCharsets.US_ASCII), new byte[] {0, 100, 0, 0, 0, 0, (byte) transform});
    }

    /** A TIFF with one entry. */
    private static byte[] exif(int orientation) {
        return ByteBuffer.allocate(26)
                .put(new byte[] {'M', 'M', 0, 42})
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .array();
    }

    private static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
        byte[] segment = ByteBuffer.allocate(4 + data.length)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (2 + data.length))
                .put(data)
                .array();
        return concat(Arrays.copyOf(jpeg, 2), concat(segment, Arrays.copyOfRange(jpeg, 2, jpeg.length)));
    }

    private static byte[] withExifChunk(byte[] png, int orientation) {
        return withChunk(png, exif(orientation));
    }

    /** After the header, which has 8 + 25 bytes. */
    private static byte[] withChunk(byte[] png, byte[] data) {
        byte[] named = concat("eXIf".getBytes(StandardCharsets.US_ASCII), data);
        CRC32 check = new CRC32();
        check.update(named);
        byte[] chunk = ByteBuffer.allocate(8 + named.length)
                .putInt(data.length)
                .put(named)
                .putInt((int) check.getValue())
                .array();
        return concat(Arrays.copyOf(png, 33), concat(chunk, Arrays.copyOfRange(png, 33, png.length)));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private int[] rgb(byte[] file, int width, int height) throws DataException {
        return planes(file, width, height, Colours.RGB);
    }

    private int[] grey(byte[] file, int width, int height) throws DataException {
        return planes(file, width, height, Colours.GREY);
    }

    private int[] planes(byte[] file, int width, int height, Colours colours) throws DataException {
        String path = Pictures.write(folder.resolve("picture"), file);
        byte[] planes =
                new ImageFile(new DataFile(new Configuration(), path)).planes(new ImageSize(width, height), colours);
        int[] values = new int[planes.length];
        Arrays.setAll(values, i -> planes[i] & 0xff);
        return values;
    }
}
