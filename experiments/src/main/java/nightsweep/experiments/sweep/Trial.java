package nightsweep.experiments.sweep;

import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.dataset.Folds;

/**
 * One configuration, one repeat and, where examples are dealt into {@link Folds}, one of them: the unit of scheduling.
 *
 * @param number its place in the plan, from 1
 * @param repeat from 0
 * @param fold that is kept from its training, from 0; 0 where there are none
 * @param seed from which its random streams are made: the same for the same repeat and fold of every configuration, so that
 *     configurations are compared in pairs
 */
public record Trial(int number, TrialId id, Configuration configuration, int repeat, int fold, long seed) {

    /** A trial without folds. */
    public Trial(int number, TrialId id, Configuration configuration, int repeat, long seed) {
        this(number, id, configuration, repeat, 0, seed);
    }

    /** @param place among the trials of its configuration, from 0 */
    static Trial of(Sweep sweep, TrialIds ids, Configuration configuration, int place) {
        int folds = sweep.folds();
        int repeat = place / folds;
        int fold = place % folds;
        long seed = RandomStream.trialSeed(sweep.seed(), place);
        int number = sweep.number(configuration.number(), place);
        return new Trial(number, ids.of(configuration, repeat, fold), configuration, repeat, fold, seed);
    }

    /** Its place among the trials of its configuration, from 0: fold by fold of each repeat in turn. */
    public int place() {
        return repeat * configuration.dataset().folds().count() + fold;
    }

    /** What it is trained on and tested on. */
    public DatasetSpec dataset() {
        return configuration.dataset().at(repeat, fold);
    }

    /** Which of its configuration's trials it is, in words, such as {@code repeat 0, fold 3}. */
    public String turn() {
        return "repeat " + repeat + (configuration.dataset().folds().active() ? ", fold " + fold : "");
    }

    /** The seed of one of its random streams. */
    public long seed(RandomStream stream) {
        return stream.seed(seed);
    }
}
