package nightsweep.experiments.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {

    /** The generator of Java's SplittableRandom is SplitMix64, whose finaliser this is. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 42, 1234567890123456789L, Long.MIN_VALUE, Long.MAX_VALUE})
    void mixesAsSplitMix64(long seed) {
        assertThat(RandomStream.mix(seed)).isEqualTo(new SplittableRandom(seed).nextLong());
    }

    @Test
    void givesEveryStreamOfEveryTrialItsOwnSeed() {
        Set<Long> seeds = new HashSet<>();
        for (long sweepSeed = 0; sweepSeed < 20; sweepSeed++) {
            for (int repeat = 0; repeat < 100; repeat++) {
                for (RandomStream stream : RandomStream.values()) {
                    seeds.add(stream.seed(RandomStream.trialSeed(sweepSeed, repeat)));
                }
            }
        }

        assertThat(seeds).hasSize(20 * 100 * RandomStream.values().length);
    }

    @Test
    void changesAboutHalfOfTheBitsFromOneRepeatToTheNext() {
        long changed = 0;
        for (int repeat = 0; repeat < 1000; repeat++) {
            changed += Long.bitCount(RandomStream.trialSeed(42, repeat) ^ RandomStream.trialSeed(42, repeat + 1));
        }

        // 64,000 fair bits: 32,000 and a deviation of 126, five times which is allowed.
        assertThat(changed).isBetween(31_370L, 32_630L);
    }
}
