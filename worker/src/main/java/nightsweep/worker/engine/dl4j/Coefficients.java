package nightsweep.worker.engine.dl4j;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;

/**
 * The entry of Deeplearning4j's zip that holds a network's parameters, as ND4J writes an array: what describes its shape, and
 * then its numbers, each part led by where it lay, how many values it has and their type; the most significant byte first.
 * Read value by value, since nothing in a file that came from elsewhere may choose what is made of it.
 */
final class Coefficients {
    private static final int MOST_DESCRIPTION = 64;

    private Coefficients() {}

    /**
     * The numbers of an entry.
     *
     * @param count how many the network has
     * @throws IOException if it holds anything else
     */
    static float[] read(byte[] entry, int count) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(entry))) {
            long description = part(in, "LONG");
            if (description < 1 || description > MOST_DESCRIPTION) {
                throw new IOException("its parameters have a shape of " + description + " numbers.");
            }
            in.skipNBytes(Long.BYTES * description);
            long found = part(in, "FLOAT");
            if (found != count || in.available() != (long) count * Float.BYTES) {
                throw new IOException("it holds " + found + " parameters in " + in.available()
                        + " bytes, but its network has " + count + ".");
            }
            float[] numbers = new float[count];
            for (int i = 0; i < count; i++) {
                numbers[i] = in.readFloat();
            }
            return numbers;
        } catch (EOFException e) {
            throw new IOException("its parameters are cut off.", e);
        }
    }

    /** How many values follow. */
    private static long part(DataInputStream in, String wanted) throws IOException {
        in.readUTF();
        long length = in.readLong();
        String type = in.readUTF();
        if (!type.equals(wanted)) {
            throw new IOException("its parameters are of another type than " + wanted + ".");
        }
        return length;
    }
}
