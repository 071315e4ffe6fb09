package nightsweep.worker.dataset.source;

import java.io.Serializable;

/** Feature values as compactly as they were read, {@code (examples, width)} row by row. */
public sealed interface Features extends Serializable {

    /** Values in all. */
    int length();

    /** The value at {@code index}, unscaled. */
    float at(int index);

    /** {@link #at} with every digit that was kept. */
    default double exactAt(int index) {
        return at(index);
    }

    /** Copies the values from {@code from} on to all of {@code out}, unscaled. */
    void read(int from, float[] out);

    /** Other values of the same precision, or single where these are bytes. */
    default Features like(double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) values[i];
        }
        return new Floats(narrow);
    }

    /** {@link #read(int, float[])} with every digit that was kept. */
    default void read(int from, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = at(from + i);
        }
    }

    /** One byte a value, 0..255. */
    @SuppressWarnings("ArrayRecordComponent") // shared by all slots; never compared
    record Bytes(byte[] values) implements Features {
        @Override
        public int length() {
            return values.length;
        }

        @Override
        public float at(int index) {
            return values[index] & 0xff;
        }

        @Override
        public void read(int from, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = values[from + i] & 0xff;
            }
        }
    }

    /** Any finite numbers. */
    @SuppressWarnings("ArrayRecordComponent") // shared by all slots; never compared
    record Floats(float[] values) implements Features {
        @Override
        public int length() {
            return values.length;
        }

        @Override
        public float at(int index) {
            return values[index];
        }

        @Override
        public void read(int from, float[] out) {
            System.arraycopy(values, from, out, 0, out.length);
        }
    }

    /** Any finite numbers, where single precision would lose digits. */
    @SuppressWarnings("ArrayRecordComponent") // shared by all slots; never compared
    record Doubles(double[] values) implements Features {
        @Override
        public int length() {
            return values.length;
        }

        @Override
        public float at(int index) {
            return (float) values[index];
        }

        @Override
        public Features like(double[] others) {
            return new Doubles(others);
        }

        @Override
        public double exactAt(int index) {
            return values[index];
        }

        @Override
        public void read(int from, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) values[from + i];
            }
        }

        @Override
        public void read(int from, double[] out) {
            System.arraycopy(values, from, out, 0, out.length);
        }
    }
}
