package nightsweep.worker.dataset.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import nightsweep.worker.dataset.source.Decoded;
import nightsweep.worker.dataset.source.Features;
import nightsweep.worker.dataset.source.RowKeys;
import nightsweep.worker.dataset.source.Selection;
import nightsweep.worker.dataset.source.Stored;

/** SHA-256 of decoded examples: the same for the same examples, however they were stored or compressed. */
public final class Checksum {
    private static final int BLOCK_VALUES = 1 << 14;

    private final MessageDigest digest;

    private Checksum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256.", e);
        }
    }

    /** In hexadecimal. */
    public static String of(Decoded decoded) {
        Checksum checksum = new Checksum();
        checksum.add(decoded.labels() + " " + decoded.shape());
        decoded.schema().ifPresent(schema -> checksum.add(schema.text()));
        checksum.add(decoded.train());
        checksum.add(decoded.test());
        decoded.keys().ifPresent(checksum::add);
        return HexFormat.of().formatHex(checksum.digest.digest());
    }

    /** What rows are split by is no value of theirs, and decides who trains on what all the same. */
    private void add(RowKeys keys) {
        for (int code : keys.codes()) {
            add(" " + code);
        }
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(Selection selection) {
        Stored stored = selection.stored();
        add(" " + stored.labels().length + " ");
        digest.update(stored.labels());
        add(stored.numbers());
        if (stored.features() instanceof Features.Bytes bytes) {
            digest.update(bytes.values());
        } else if (stored.features() instanceof Features.Floats floats) {
            add(floats.values());
        } else if (stored.features() instanceof Features.Doubles doubles) {
            add(doubles.values());
        }
    }

    private void add(double[] values) {
        ByteBuffer block = ByteBuffer.allocate(BLOCK_VALUES * Double.BYTES);
        for (int from = 0; from < values.length; from += BLOCK_VALUES) {
            int length = Math.min(BLOCK_VALUES, values.length - from);
            block.asDoubleBuffer().put(values, from, length);
            digest.update(block.array(), 0, length * Double.BYTES);
        }
    }

    private void add(float[] values) {
        ByteBuffer block = ByteBuffer.allocate(BLOCK_VALUES * Float.BYTES);
        for (int from = 0; from < values.length; from += BLOCK_VALUES) {
            int length = Math.min(BLOCK_VALUES, values.length - from);
            block.asFloatBuffer().put(values, from, length);
            digest.update(block.array(), 0, length * Float.BYTES);
        }
    }
}
