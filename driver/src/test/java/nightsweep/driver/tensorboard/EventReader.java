package nightsweep.driver.tensorboard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads event files bit by bit, with a checksum of its own: nothing of what writes them is used. */
final class EventReader {
    private EventReader() {}

    /** The records of a file; refuses a wrong checksum. */
    static List<byte[]> records(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        List<byte[]> records = new ArrayList<>();
        while (in.hasRemaining()) {
            byte[] header = new byte[8];
            in.duplicate().get(header);
            long length = in.getLong();
            verify(header, in.getInt());
            byte[] record = new byte[(int) length];
            in.get(record);
            verify(record, in.getInt());
            records.add(record);
        }
        return records;
    }

    private static void verify(byte[] bytes, int masked) {
        int crc = ~0;
        for (byte one : bytes) {
            crc ^= one & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
            }
        }
        crc = ~crc;
        int expected = ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
        if (masked != expected) {
            throw new IllegalStateException("A checksum is wrong.");
        }
    }

    /** A message's fields by number: numbers as raw bits, everything else as bytes. */
    static Map<Integer, List<Object>> fields(byte[] message) {
        ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        Map<Integer, List<Object>> fields = new TreeMap<>();
        while (in.hasRemaining()) {
            long key = number(in);
            Object value = switch ((int) (key & 7)) {
                case 0 -> number(in);
                case 1 -> in.getDouble();
                case 2 -> {
                    byte[] bytes = new byte[(int) number(in)];
                    in.get(bytes);
                    yield bytes;
                }
                case 5 -> in.getFloat();
                default -> throw new IllegalStateException("Wire type of " + key + ".");
            };
            fields.computeIfAbsent((int) (key >> 3), any -> new ArrayList<>()).add(value);
        }
        return fields;
    }

    /** The message in the only field of that number. */
    static Map<Integer, List<Object>> nested(Map<Integer, List<Object>> message, int field) {
        return fields((byte[]) values(message, field).get(0));
    }

    static String text(Map<Integer, List<Object>> message, int field) {
        return new String((byte[]) values(message, field).get(0), StandardCharsets.UTF_8);
    }

    /** What a field of that number holds, in order; nothing where there is none. */
    static List<Object> values(Map<Integer, List<Object>> message, int field) {
        return message.getOrDefault(field, List.of());
    }

    private static long number(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
