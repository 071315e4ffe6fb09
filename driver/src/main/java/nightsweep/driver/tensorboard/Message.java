package nightsweep.driver.tensorboard;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A message on the wire of protocol buffers, field by field; the numbers are those of TensorFlow's definitions. A field is
 * its number and kind, then its value: whole numbers in groups of seven bits, the least significant first, each but the
 * last marked; real numbers as their bytes, the least significant first; all else as its length and its bytes.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">Encoding</a>
 */
final class Message {
    private static final int WHOLE = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int COUNTED = 2;
    private static final int FOUR_BYTES = 5;
    private static final int KIND_BITS = 3;

    private static final int GROUP_BITS = 7;
    private static final int GROUP = (1 << GROUP_BITS) - 1;
    private static final int MORE = 1 << GROUP_BITS;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Message whole(int field, long value) {
        key(field, WHOLE);
        groups(value);
        return this;
    }

    Message real(int field, double value) {
        key(field, EIGHT_BYTES);
        plain(Double.doubleToLongBits(value), Double.BYTES);
        return this;
    }

    /** Several numbers in one field, one after another. */
    Message reals(int field, List<Double> values) {
        key(field, COUNTED);
        groups((long) Double.BYTES * values.size());
        values.forEach(value -> plain(Double.doubleToLongBits(value), Double.BYTES));
        return this;
    }

    Message single(int field, float value) {
        key(field, FOUR_BYTES);
        plain(Float.floatToIntBits(value), Float.BYTES);
        return this;
    }

    Message text(int field, String value) {
        return counted(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message nested(int field, Message value) {
        return counted(field, value.bytes());
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private Message counted(int field, byte[] value) {
        key(field, COUNTED);
        groups(value.length);
        bytes.writeBytes(value);
        return this;
    }

    private void key(int field, int kind) {
        groups(((long) field << KIND_BITS) | kind);
    }

    private void groups(long value) {
        long rest = value;
        while ((rest & ~GROUP) != 0) {
            bytes.write((int) (rest & GROUP) | MORE);
            rest >>>= GROUP_BITS;
        }
        bytes.write((int) rest);
    }

    private void plain(long bits, int size) {
        for (int part = 0; part < size; part++) {
            bytes.write((int) (bits >>> (part * Byte.SIZE)));
        }
    }
}
