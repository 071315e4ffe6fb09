package nightsweep.worker.dataset.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What the segments of a JPEG and the chunks of a PNG say of how its samples are meant. What cannot be understood says
 * nothing.
 *
 * @param orientation 1 to 8, as Exif 2.32 numbers the ways up; 1 for as stored
 * @param adobe whether Adobe's segment is there, which means that inks are stored as their complements
 * @param transform what that segment says of colours: 0 for none, 1 for YCC, 2 for YCCK
 * @param components samples a pixel of a JPEG; 0 of others
 * @param unnamed whether nothing says what the three samples of a JPEG's pixel are: viewers then take them for light and
 *     two differences of colour
 */
record PictureNotes(int orientation, boolean adobe, int transform, int components, boolean unnamed) {
    private static final int UPRIGHT = 1;
    private static final int ORIENTATION_TAG = 0x0112;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.US_ASCII);
    private static final int COLOURS = 3;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP14 = 0xee;
    private static final int START_OF_SCAN = 0xda;
    private static final int PNG_SIGNATURE = 8;
    private static final int EXIF_CHUNK = 0x65584966;
    private static final int END_CHUNK = 0x49454e44;

    static PictureNotes of(byte[] file) {
        try {
            return (file.length > 2 && (file[0] & 0xff) == 0xff) ? ofJpeg(file) : ofPng(file);
        } catch (RuntimeException e) {
            // A damaged note is no note; whether the picture is whole is seen when it is decoded.
            return new PictureNotes(UPRIGHT, false, 0, 0, false);
        }
    }

    private static PictureNotes ofJpeg(byte[] file) {
        int orientation = UPRIGHT;
        boolean adobe = false;
        int transform = 0;
        int components = 0;
        boolean jfif = false;
        boolean numbered = true;
        ByteBuffer in = ByteBuffer.wrap(file);
        for (int at = 2; at + 4 <= file.length && (file[at] & 0xff) == 0xff; ) {
            int marker = file[at + 1] & 0xff;
            if (marker == 0xff) {
                at++;
                continue;
            }
            if (marker == START_OF_SCAN) {
                break;
            }
            int length = in.getShort(at + 2) & 0xffff;
            int data = at + 4;
            if (marker == APP1 && begins(file, data, EXIF)) {
                orientation = orientation(file, data + EXIF.length, length - 2 - EXIF.length);
            } else if (marker == APP0 && begins(file, data, JFIF)) {
                jfif = true;
            } else if (marker == APP14 && begins(file, data, ADOBE)) {
                adobe = true;
                transform = file[data + 11] & 0xff;
            } else if (startsFrame(marker)) {
                components = file[data + 5] & 0xff;
                numbered = components == COLOURS && (called(file, data, 1, 2, 3) || called(file, data, 'R', 'G', 'B'));
            }
            at += 2 + length;
        }
        boolean unnamed = components == COLOURS && !jfif && !adobe && !numbered;
        return new PictureNotes(orientation, adobe, transform, components, unnamed);
    }

    private static boolean called(byte[] file, int frame, int... names) {
        for (int i = 0; i < names.length; i++) {
            if (file[frame + 6 + 3 * i] != names[i]) {
                return false;
            }
        }
        return true;
    }

    /** All of 0xc0 to 0xcf but those of tables. */
    private static boolean startsFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static PictureNotes ofPng(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        int orientation = UPRIGHT;
        for (int at = PNG_SIGNATURE; at + 12 <= file.length; ) {
            int length = in.getInt(at);
            int kind = in.getInt(at + 4);
            if (kind == EXIF_CHUNK) {
                orientation = orientation(file, at + 8, length);
            }
            if (kind == END_CHUNK || length < 0) {
                break;
            }
            at = Math.addExact(at + 12, length);
        }
        return new PictureNotes(orientation, false, 0, 0, false);
    }

    /** Of the first directory of a TIFF within {@code file}. */
    private static int orientation(byte[] file, int from, int length) {
        ByteBuffer tiff = ByteBuffer.wrap(file, from, length).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xffff) == ORIENTATION_TAG) {
                int found = tiff.getShort(entry + 8);
                return found >= 1 && found <= 8 ? found : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static boolean begins(byte[] file, int at, byte[] with) {
        for (int i = 0; i < with.length; i++) {
            if (file[at + i] != with[i]) {
                return false;
            }
        }
        return true;
    }
}
