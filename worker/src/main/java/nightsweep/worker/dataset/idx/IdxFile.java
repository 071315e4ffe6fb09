package nightsweep.worker.dataset.idx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.Features;

/** One file of features or of labels. */
record IdxFile(DataFile file) {
    /** Memory grows with the bytes that come, never with what a header promises. */
    private static final int FIRST_VALUES = 1 << 20;

    private static final double MOST_OF_HEAP = 0.8;

    /** A file's header and its values. */
    record Contents(IdxHeader header, Features values) {}

    /** The header of features, whose values are left unread. */
    IdxHeader featuresHeader() throws DataException {
        return file.read(this::readFeaturesHeader);
    }

    /** Features, with all checks. */
    Contents features() throws DataException {
        return file.read(in -> contents(readFeaturesHeader(in), in));
    }

    /** Labels, one byte each, with all checks. */
    byte[] labels() throws DataException {
        return file.read(in -> {
            IdxHeader header = IdxHeader.read(in, file);
            if (header.sizes().size() != 1 || header.type() != IdxType.UNSIGNED_BYTE) {
                throw file.fault("labels are unsigned bytes in one dimension, but these are " + kind(header));
            }
            return bytes(header, in);
        });
    }

    private IdxHeader readFeaturesHeader(InputStream in) throws IOException, DataException {
        IdxHeader header = IdxHeader.read(in, file);
        if (header.sizes().size() == 1) {
            throw file.fault(
                    "features have 2 to 4 dimensions, but these are " + kind(header) + ". Is it a file of labels?");
        }
        return header;
    }

    private static String kind(IdxHeader header) {
        int dimensions = header.sizes().size();
        return header.type().plural() + " in " + dimensions + (dimensions == 1 ? " dimension" : " dimensions");
    }

    private Contents contents(IdxHeader header, InputStream in) throws IOException, DataException {
        return new Contents(
                header,
                switch (header.type()) {
                    case UNSIGNED_BYTE -> new Features.Bytes(bytes(header, in));
                    case FLOAT -> new Features.Floats(floats(header, in));
                });
    }

    private byte[] bytes(IdxHeader header, InputStream in) throws IOException, DataException {
        int values = header.examples() * header.width();
        byte[] bytes = new byte[Math.min(values, FIRST_VALUES)];
        int filled = 0;
        while (filled < values) {
            if (filled == bytes.length) {
                bytes = Arrays.copyOf(bytes, doubled(filled, values, header));
            }
            int read = in.readNBytes(bytes, filled, bytes.length - filled);
            filled += read;
            if (filled < bytes.length) {
                throw truncated(header, filled);
            }
        }
        checkEnd(header, in);
        return bytes;
    }

    private float[] floats(IdxHeader header, InputStream in) throws IOException, DataException {
        int values = header.examples() * header.width();
        float[] floats = new float[Math.min(values, FIRST_VALUES)];
        byte[] block = new byte[1 << 16];
        int filled = 0;
        while (filled < values) {
            if (filled == floats.length) {
                floats = Arrays.copyOf(floats, doubled(filled, values, header));
            }
            int wanted = Math.min(block.length / Float.BYTES, floats.length - filled);
            int read = in.readNBytes(block, 0, wanted * Float.BYTES);
            if (read < wanted * Float.BYTES) {
                throw truncated(header, (long) filled * Float.BYTES + read);
            }
            ByteBuffer.wrap(block).asFloatBuffer().get(floats, filled, wanted);
            checkFinite(floats, filled, filled + wanted, header);
            filled += wanted;
        }
        checkEnd(header, in);
        return floats;
    }

    private int doubled(int values, int most, IdxHeader header) throws DataException {
        int doubled = (int) Math.min(2L * values, most);
        if (((double) values + doubled) * header.type().bytes()
                > MOST_OF_HEAP * Runtime.getRuntime().maxMemory()) {
            throw file.fault(
                    "its header promises " + header.fileBytes() + " bytes, which is more than memory can hold");
        }
        return doubled;
    }

    private DataException truncated(IdxHeader header, long valueBytes) {
        long promised =
                (long) header.examples() * header.width() * header.type().bytes();
        long found = header.fileBytes() - promised + valueBytes;
        return file.fault("it is truncated: its header promises " + header.fileBytes() + " bytes, but it has " + found);
    }

    private void checkEnd(IdxHeader header, InputStream in) throws IOException, DataException {
        if (in.read() >= 0) {
            throw file.fault("it goes on after the " + header.fileBytes() + " bytes that its header promises");
        }
    }

    private void checkFinite(float[] floats, int from, int to, IdxHeader header) throws DataException {
        for (int i = from; i < to; i++) {
            if (!Float.isFinite(floats[i])) {
                throw file.fault("value " + i % header.width() + " of example " + i / header.width()
                        + " (both from 0) is " + floats[i] + ", not a finite number");
            }
        }
    }
}
