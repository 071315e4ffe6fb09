package nightsweep.experiments.sweep;

import nightsweep.experiments.Checks;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.training.TrainingSpec;

/**
 * A configuration of a finished run trained anew, on the run's training and validation examples together.
 *
 * @param run where the run is, as it was named
 * @param trial of the configuration's repeat 0, whose random numbers the training starts from
 * @param configuration its place in the sweep, from 1
 * @param chosenOn the examples that configurations were compared on: {@code validation} or {@code test}
 * @param epochs that it is trained for
 * @param training how many examples it is trained on that its trials were trained on, too
 * @param validation how many it is trained on that its trials were compared on; 0 where the sweep keeps none
 * @param slots that train it side by side
 * @param averagedEvery the steps of each slot from one averaging to the next; 0 for one slot
 * @param rateTimes what the learning rate is multiplied by; 1 for one slot
 */
public record Refit(
        String run,
        TrialId trial,
        int configuration,
        String chosenOn,
        int epochs,
        int training,
        int validation,
        int slots,
        int averagedEvery,
        double rateTimes) {
    public Refit {
        Checks.positive("configuration", configuration);
        Checks.positive("epochs", epochs);
        Checks.positive("training examples", training);
        Checks.notNegative("validation examples", validation);
        Checks.positive("slots", slots);
        Checks.notNegative("averaged-every", averagedEvery);
        Checks.positive("rate-times", rateTimes);
    }

    /**
     * What the learning rate of a spread training is multiplied by where nobody says: as each slot takes only its share of
     * the steps, the number of slots (Goyal et al. 2017).
     */
    public static double usualRateTimes(int slots) {
        return slots;
    }

    /** What each slot trains: {@code whole} at the learning rate of this refit, still under its own id. */
    public Trial spread(Trial whole) {
        if (rateTimes == 1) {
            return whole;
        }
        Configuration before = whole.configuration();
        TrainingSpec training = before.training();
        Configuration faster = new Configuration(
                before.number(),
                before.point(),
                before.dataset(),
                before.network(),
                training.at(training.learningRate().times(rateTimes)),
                before.evaluation());
        return new Trial(whole.number(), whole.id(), faster, whole.repeat(), whole.fold(), whole.seed());
    }

    /** {@code trial} with no examples kept for validation, trained for {@code epochs}: what a refit trains. */
    public static Trial whole(Trial trial, int epochs, long sweepSeed) {
        Configuration before = trial.configuration();
        DatasetSpec data = before.dataset();
        Configuration whole = new Configuration(
                before.number(),
                before.point(),
                new DatasetSpec(data.source(), data.scaling(), 0, data.trainLimit(), data.testLimit(), data.split()),
                before.network(),
                before.training().lasting(epochs),
                before.evaluation());
        return new Trial(
                trial.number(),
                new TrialIds(sweepSeed).of(whole, trial.repeat(), 0),
                whole,
                trial.repeat(),
                trial.seed());
    }

    /** In a sentence or two: what it was trained on, and what it was never trained on. */
    public String describe() {
        return "A refit of configuration " + configuration + " of " + run + ": trained for " + epochs
                + (epochs == 1 ? " epoch on " : " epochs on ")
                + (validation == 0
                        ? training + " training examples (the sweep keeps none for validation)"
                        : training + " training and " + validation + " validation examples together")
                + (slots == 1
                        ? "."
                        : ", by " + slots + " slots side by side whose parameters were averaged after every "
                                + averagedEvery + " of their steps"
                                + (rateTimes == 1 ? "." : ", at " + plain(rateTimes) + " times the learning rate."))
                + (validation == 0 ? "" : " It was never tested on the validation examples: it was trained on them.")
                + (chosenOn.equals("test")
                        ? " The test examples compared the configurations: as a measure of the best one they flatter it."
                        : " The test examples had no part in its training, nor in the comparison of configurations.");
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
