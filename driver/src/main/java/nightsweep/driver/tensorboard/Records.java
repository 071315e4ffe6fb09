package nightsweep.driver.tensorboard;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * TFRecord framing: of each record its length (8 bytes, the least significant first), a checksum of these, the record, and
 * its checksum. Checksums are CRC-32C, turned right by 15 bits and moved on by a constant, as TensorFlow masks them.
 */
final class Records {
    private static final int MASK_DELTA = 0xa282ead8;
    private static final int TURN = 15;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Records add(byte[] record) {
        byte[] length = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(record.length)
                .array();
        bytes.writeBytes(length);
        bytes.writeBytes(checksum(length));
        bytes.writeBytes(record);
        bytes.writeBytes(checksum(record));
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private static byte[] checksum(byte[] of) {
        CRC32C crc = new CRC32C();
        crc.update(of);
        int masked = Integer.rotateRight((int) crc.getValue(), TURN) + MASK_DELTA;
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(masked)
                .array();
    }
}
