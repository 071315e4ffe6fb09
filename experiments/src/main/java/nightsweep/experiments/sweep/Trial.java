package nightsweep.experiments.sweep;

/**
 * One configuration and one repeat: the unit of scheduling.
 *
 * @param number its place in the plan, from 1
 * @param repeat from 0
 * @param seed from which its random streams are made: the same for the same repeat of every configuration, so that
 *     configurations are compared in pairs
 */
public record Trial(int number, TrialId id, Configuration configuration, int repeat, long seed) {

    static Trial of(Sweep sweep, TrialIds ids, Configuration configuration, int repeat) {
        long seed = RandomStream.trialSeed(sweep.seed(), repeat);
        int number = (configuration.number() - 1) * sweep.repeats() + repeat + 1;
        return new Trial(number, ids.of(configuration, repeat), configuration, repeat, seed);
    }

    /** The seed of one of its random streams. */
    public long seed(RandomStream stream) {
        return stream.seed(seed);
    }
}
