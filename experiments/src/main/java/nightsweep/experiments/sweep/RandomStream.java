package nightsweep.experiments.sweep;

/** What a trial draws random numbers for; each draws from a stream of its own, so that none disturbs another. */
public enum RandomStream {
    WEIGHTS(1),
    ORDER(2),
    DROPOUT(3),
    /** Dropout that is left on while testing. */
    TEST_DROPOUT(4),
    /** The validation split and limits, which are the same for every trial of a sweep. */
    SPLIT(5),
    /** How pictures are changed while training. */
    AUGMENTATION(6);

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final int number;

    RandomStream(int number) {
        this.number = number;
    }

    /** The seed of this stream of a trial or a sweep with the seed {@code seed}. */
    public long seed(long seed) {
        return mix(seed + GOLDEN * number);
    }

    static long trialSeed(long sweepSeed, int repeat) {
        return mix(mix(sweepSeed) + repeat);
    }

    /** The finaliser of SplitMix64 (Steele et al. 2014): neighbouring seeds give unrelated streams. */
    public static long mix(long z) {
        z += GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
