package nightsweep.experiments.search;

/**
 * The random numbers of one proposal: a function of the seed and its number, so that no other proposal has a say in them.
 * Drawn one after the other; not for several threads.
 */
public final class Draws {
    private static final double UNIT = 0x1.0p-53;
    private static final int UNUSED_BITS = 11;

    private final int[] key;
    private final int[] counter;
    private int[] words = {};
    private int used;

    private Draws(long seed, long number, int stream) {
        this.key = new int[] {(int) seed, (int) (seed >>> Integer.SIZE)};
        this.counter = new int[] {0, stream, (int) number, (int) (number >>> Integer.SIZE)};
    }

    /** Those of the proposal {@code number} of a search with the seed {@code seed}. */
    public static Draws of(long seed, long number) {
        return new Draws(seed, number, 0);
    }

    /**
     * Numbers of the same proposal for a purpose of their own.
     *
     * @param stream above 0
     */
    public static Draws of(long seed, long number, int stream) {
        return new Draws(seed, number, stream);
    }

    private int nextWord() {
        if (used == words.length) {
            words = Philox.words(counter, key);
            counter[0]++;
            used = 0;
        }
        return words[used++];
    }

    /** 64 random bits. */
    public long nextBits() {
        long high = nextWord();
        return (high << Integer.SIZE) | (nextWord() & 0xFFFFFFFFL);
    }

    /** In [0, 1), on multiples of 2^-53. */
    public double nextDouble() {
        return (nextBits() >>> UNUSED_BITS) * UNIT;
    }

    /** From 0 to {@code bound}, which is left out. */
    public long nextLong(long bound) {
        return Math.min(bound - 1, (long) (nextDouble() * bound));
    }

    /** From the normal distribution, by the polar form of Box and Muller without its second number. */
    public double nextGaussian() {
        while (true) {
            double u = 2 * nextDouble() - 1;
            double v = 2 * nextDouble() - 1;
            double square = u * u + v * v;
            if (square > 0 && square < 1) {
                return u * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
            }
        }
    }
}
