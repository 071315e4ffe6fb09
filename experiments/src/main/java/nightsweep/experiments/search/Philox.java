package nightsweep.experiments.search;

/**
 * Philox4x32-10: random bits as a function of a key and a counter, with nothing in between (Salmon, Moraes, Dror and Shaw,
 * Parallel Random Numbers: As Easy as 1, 2, 3, SC 2011).
 */
final class Philox {
    static final int WORDS = 4;

    private static final int ROUNDS = 10;
    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;
    private static final long LOW = 0xFFFFFFFFL;

    private Philox() {}

    /** The four words of a counter of four words under a key of two. */
    static int[] words(int[] counter, int[] key) {
        int[] c = counter.clone();
        int k0 = key[0];
        int k1 = key[1];
        for (int round = 0; round < ROUNDS; round++) {
            long p0 = MULTIPLIER_0 * (c[0] & LOW);
            long p1 = MULTIPLIER_1 * (c[2] & LOW);
            int second = c[1];
            int fourth = c[3];
            c[0] = (int) (p1 >>> Integer.SIZE) ^ second ^ k0;
            c[1] = (int) p1;
            c[2] = (int) (p0 >>> Integer.SIZE) ^ fourth ^ k1;
            c[3] = (int) p0;
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
        return c;
    }
}
