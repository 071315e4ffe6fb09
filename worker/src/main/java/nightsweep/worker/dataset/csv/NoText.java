package nightsweep.worker.dataset.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;

/** Looks for bytes that are no text. */
final class NoText {
    private static final int MOST_BYTES = 1 << 25;

    private NoText() {}

    /** The first line with bytes that are not UTF-8, to begin a message with; empty where no line can be named. */
    static String line(DataFile file) throws DataException {
        return file.read(NoText::line);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long line = 1;
        for (int next = in.read(); bytes.size() < MOST_BYTES; next = in.read()) {
            if (next >= 0 && next != '\n') {
                bytes.write(next);
                continue;
            }
            if (!isText(bytes.toByteArray())) {
                return "line " + line + ": ";
            }
            if (next < 0) {
                return "";
            }
            bytes.reset();
            line++;
        }
        return "";
    }

    private static boolean isText(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
