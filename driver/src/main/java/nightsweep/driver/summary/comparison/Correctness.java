package nightsweep.driver.summary.comparison;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Optional;
import nightsweep.driver.statistics.McNemarTest;

/**
 * Which of its test examples a trial was right about: a bit for each, and a hash of what the examples were. Immutable.
 */
public final class Correctness {
    private final String examples;
    private final BitSet right;

    private Correctness(String examples, BitSet right) {
        this.examples = examples;
        this.right = right;
    }

    /** Tests this against another; empty where they are not about the same examples, in order, of the same classes. */
    public Optional<McNemarTest> against(Correctness other) {
        return examples.equals(other.examples)
                ? Optional.of(McNemarTest.of(but(right, other.right), but(other.right, right)))
                : Optional.empty();
    }

    private static int but(BitSet some, BitSet others) {
        BitSet only = (BitSet) some.clone();
        only.andNot(others);
        return only.cardinality();
    }

    /** Takes one example after the other. Not safe for use by several threads. */
    public static final class Builder {
        private final MessageDigest examples;
        private final BitSet right = new BitSet();
        private int count;

        /** No example yet. */
        public Builder() {
            try {
                examples = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError("Every Java platform has SHA-256.", e);
            }
        }

        /**
         * Adds an example.
         *
         * @param example what it is called
         * @param actual its class
         * @param predicted the class that it was taken for
         */
        public Builder add(String example, String actual, String predicted) {
            hash(example);
            hash(actual);
            right.set(count, actual.equals(predicted));
            count++;
            return this;
        }

        private void hash(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            examples.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            examples.update(bytes);
        }

        /** What was added, to be called once; empty where nothing was. */
        public Optional<Correctness> build() {
            return count == 0
                    ? Optional.empty()
                    : Optional.of(new Correctness(HexFormat.of().formatHex(examples.digest()), right));
        }
    }
}
