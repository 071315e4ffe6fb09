package nightsweep.experiments.training.optimizer;

import nightsweep.experiments.Checks;
import nightsweep.experiments.training.optimizer.Hyperparameters.Either;

/** What keeps the divisor of {@link Adam} and its kin from zero, after the correction of its bias or before it. */
final class Epsilons {
    private Epsilons() {}

    static void check(double epsilon, double epsilonHat) {
        Checks.notNegative("epsilon", epsilon);
        Checks.notNegative("epsilon-hat", epsilonHat);
        Checks.positive("epsilon or epsilon-hat", epsilon + epsilonHat);
    }

    static Either told(Hyperparameters told, double epsilon, double epsilonHat) {
        return told.either(
                "epsilon",
                "epsilon-hat",
                new Either(epsilon, epsilonHat),
                Checks::positive,
                "epsilon is added after the correction of bias, epsilon-hat before it. Keep one of the two.");
    }
}
