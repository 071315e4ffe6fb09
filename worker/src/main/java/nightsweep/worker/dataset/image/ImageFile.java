package nightsweep.worker.dataset.image;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import nightsweep.experiments.dataset.DataSource.Colours;
import nightsweep.experiments.dataset.ImageSize;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.file.FileLook;
import nightsweep.worker.dataset.source.DataException;

/**
 * A JPEG or PNG file, as viewers show it: what is transparent lies on white, the way up is what the camera noted, inks become
 * colours. Colour profiles are passed over, of 16 bits the upper 8 are kept, and an animation is its first frame.
 */
public record ImageFile(DataFile file) {
    private static final List<String> FORMATS = List.of("jpeg", "png");
    private static final long MOST_PIXELS = 100_000_000;
    private static final int MOST_BYTES = 1 << 28;
    private static final int INKS = 4;
    private static final int WHITE = 255;
    private static final int RED = 299;
    private static final int GREEN = 587;
    private static final int BLUE = 114;
    private static final int WHOLE = 1000;

    /**
     * The picture, brought to one size.
     *
     * @return {@code (channels, height, width)}
     * @throws DataException where it is none, or not a whole one
     */
    public byte[] planes(ImageSize size, Colours colours) throws DataException {
        byte[] bytes = file.read(in -> in.readNBytes(MOST_BYTES + 1));
        if (bytes.length == 0) {
            throw file.fault("it is empty");
        }
        if (bytes.length > MOST_BYTES) {
            throw file.fault("it is larger than " + MOST_BYTES + " bytes, which no picture here may be");
        }
        PictureNotes notes = PictureNotes.of(bytes);
        Colourful image;
        try {
            image = decoded(bytes, notes);
        } catch (IOException | RuntimeException e) {
            // Readers of damaged pictures stumble over whatever comes.
            throw file.fault(e.getMessage() == null ? e.toString() : e.getMessage());
        }
        Turn turn = new Turn(notes.orientation());
        Bilinear bilinear = turn.onItsSide()
                ? new Bilinear(image.height, image.width, size)
                : new Bilinear(image.width, image.height, size);
        List<byte[]> planes = image.planes(colours);
        int pixels = size.width() * size.height();
        byte[] resized = new byte[planes.size() * pixels];
        for (int i = 0; i < planes.size(); i++) {
            byte[] plane = bilinear.of(turn.of(planes.get(i), image.width, image.height));
            System.arraycopy(plane, 0, resized, i * pixels, pixels);
        }
        return resized;
    }

    /**
     * A picture at full size.
     *
     * @param rgb red, green and blue, {@code (height, width)} each
     */
    private record Colourful(int width, int height, List<byte[]> rgb) {
        List<byte[]> planes(Colours colours) {
            return colours == Colours.RGB ? rgb : List.of(grey(rgb.get(0), rgb.get(1), rgb.get(2)));
        }
    }

    private Colourful decoded(byte[] bytes, PictureNotes notes) throws IOException, DataException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            ImageReader reader = reader(in, bytes);
            try {
                List<String> warnings = new ArrayList<>();
                reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
                reader.setInput(in, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw file.fault(
                            "it has " + reader.getWidth(0) + "x" + reader.getHeight(0) + " pixels, which is too many");
                }
                if (notes.components() == INKS && !notes.adobe()) {
                    throw file.fault(
                            "it is a JPEG of four inks that does not say whether they are stored as their complements,"
                                    + " so viewers differ: save it in red, green and blue");
                }
                Colourful image = notes.components() == INKS || notes.unnamed()
                        ? raw(reader.readRaster(0, null), notes)
                        : coloured(reader.read(0));
                // A picture that ends early is filled up with grey, and only this tells of it.
                if (warnings.stream()
                        .anyMatch(warning -> warning.toLowerCase(Locale.ROOT).contains("premature"))) {
                    throw file.fault("it is truncated");
                }
                return image;
            } finally {
                reader.dispose();
            }
        }
    }

    private ImageReader reader(ImageInputStream in, byte[] bytes) throws IOException, DataException {
        for (Iterator<ImageReader> readers = ImageIO.getImageReaders(in); readers.hasNext(); ) {
            ImageReader reader = readers.next();
            if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return reader;
            }
        }
        throw file.fault("it is no JPEG and no PNG"
                + FileLook.of(bytes).map(what -> ", but " + what).orElse(""));
    }

    private static Colourful raw(Raster raster, PictureNotes notes) {
        return new Colourful(
                raster.getWidth(),
                raster.getHeight(),
                notes.unnamed() ? Light.planes(raster) : Inks.planes(raster, notes.transform()));
    }

    private static Colourful coloured(BufferedImage image) {
        int pixels = image.getWidth() * image.getHeight();
        byte[] red = new byte[pixels];
        byte[] green = new byte[pixels];
        byte[] blue = new byte[pixels];
        if (image.getColorModel() instanceof IndexColorModel) {
            int[] colour = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            byte[] alpha = new byte[pixels];
            for (int i = 0; i < pixels; i++) {
                alpha[i] = (byte) (colour[i] >> 24);
                red[i] = (byte) (colour[i] >> 16);
                green[i] = (byte) (colour[i] >> 8);
                blue[i] = (byte) colour[i];
            }
            layOnWhite(alpha, red, green, blue);
        } else {
            Raster raster = image.getRaster();
            boolean coloured = raster.getNumBands() > 2;
            copy(raster, 0, red);
            copy(raster, coloured ? 1 : 0, green);
            copy(raster, coloured ? 2 : 0, blue);
            if (image.getColorModel().hasAlpha()) {
                byte[] alpha = new byte[pixels];
                copy(raster, raster.getNumBands() - 1, alpha);
                layOnWhite(alpha, red, green, blue);
            }
        }
        return new Colourful(image.getWidth(), image.getHeight(), List.of(red, green, blue));
    }

    private static void layOnWhite(byte[] alpha, byte[]... planes) {
        for (byte[] plane : planes) {
            for (int i = 0; i < plane.length; i++) {
                int opaque = alpha[i] & 0xff;
                int sum = (plane[i] & 0xff) * opaque + WHITE * (WHITE - opaque);
                plane[i] = (byte) ((sum + WHITE / 2) / WHITE);
            }
        }
    }

    /** Not by way of the picture's colours, which would brighten what is grey and turn to the profile's. */
    private static void copy(Raster raster, int band, byte[] plane) {
        int surplus = Math.max(0, raster.getSampleModel().getSampleSize(band) - Byte.SIZE);
        int[] samples = raster.getSamples(
                raster.getMinX(), raster.getMinY(), raster.getWidth(), raster.getHeight(), band, (int[]) null);
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (byte) (samples[i] >> surplus);
        }
    }

    private static byte[] grey(byte[] red, byte[] green, byte[] blue) {
        byte[] grey = new byte[red.length];
        for (int i = 0; i < grey.length; i++) {
            int sum = RED * (red[i] & 0xff) + GREEN * (green[i] & 0xff) + BLUE * (blue[i] & 0xff);
            grey[i] = (byte) ((sum + WHOLE / 2) / WHOLE);
        }
        return grey;
    }
}
