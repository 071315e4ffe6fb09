package nightsweep.driver.tensorboard;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** A message on the wire of protocol buffers, field by field; the numbers are those of TensorFlow's definitions. */
final class Message {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

    private interface Write {
        void to(CodedOutputStream out) throws IOException;
    }

    Message whole(int field, long value) {
        return with(to -> to.writeInt64(field, value));
    }

    Message real(int field, double value) {
        return with(to -> to.writeDouble(field, value));
    }

    /** Several numbers in one field, one after another. */
    Message reals(int field, List<Double> values) {
        ByteBuffer packed = ByteBuffer.allocate(Double.BYTES * values.size()).order(ByteOrder.LITTLE_ENDIAN);
        values.forEach(packed::putDouble);
        return with(to -> to.writeByteArray(field, packed.array()));
    }

    Message single(int field, float value) {
        return with(to -> to.writeFloat(field, value));
    }

    Message text(int field, String value) {
        return with(to -> to.writeString(field, value));
    }

    Message nested(int field, Message value) {
        return with(to -> to.writeByteArray(field, value.bytes()));
    }

    byte[] bytes() {
        with(CodedOutputStream::flush);
        return bytes.toByteArray();
    }

    private Message with(Write write) {
        try {
            write.to(out);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to be written.", e);
        }
    }
}
