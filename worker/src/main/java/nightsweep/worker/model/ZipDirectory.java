package nightsweep.worker.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** What the end of a zip says of its entries: other programs go by it, and a file that is cut off has none. */
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;

    private ZipDirectory() {}

    /**
     * Goes on where a zip's end names the entries that are in it.
     *
     * @param names of the entries, as they are found from the start on
     * @throws IOException where it does not
     */
    static void check(byte[] zip, Set<String> names) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - END_BYTES;
        if (end < 0 || in.getInt(end) != END) {
            throw new IOException("it is cut off: its end is missing.");
        }
        Set<String> told = new HashSet<>();
        try {
            int at = in.getInt(end + 16);
            while (at < end && in.getInt(at) == ENTRY) {
                int length = in.getShort(at + 28) & 0xffff;
                told.add(new String(zip, at + ENTRY_BYTES, length, StandardCharsets.UTF_8));
                at += ENTRY_BYTES + length + (in.getShort(at + 30) & 0xffff) + (in.getShort(at + 32) & 0xffff);
            }
            if (at == end && told.equals(names)) {
                return;
            }
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("its end is damaged.", e);
        }
        throw new IOException("its end does not name the entries that are in it: it is damaged.");
    }
}
