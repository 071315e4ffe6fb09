package nightsweep.experiments.training;

import nightsweep.experiments.Checks;

/**
 * What large weights cost; biases are free.
 *
 * @param l1 added to the loss: {@code l1 * sum |w|}
 * @param l2 added to the loss: {@code l2 / 2 * sum w^2}
 * @param weightDecay subtracted from each weight at each step: {@code learning rate * weightDecay * w} (decoupled,
 *     Loshchilov and Hutter 2019)
 */
public record Penalty(double l1, double l2, double weightDecay) {
    public static final Penalty NONE = new Penalty(0, 0, 0);

    public Penalty {
        Checks.notNegative("l1", l1);
        Checks.notNegative("l2", l2);
        Checks.notNegative("weight-decay", weightDecay);
    }
}
