package nightsweep.experiments.training;

import nightsweep.experiments.Checks;
import nightsweep.experiments.Named;

/**
 * What large parameters cost: {@code w} is a weight, and a bias where {@link Reach#ALL} says so. The scales and shifts of
 * batch normalisation are free.
 *
 * @param l1 added to the loss: {@code l1 * sum |w|}
 * @param l2 added to the loss: {@code l2 / 2 * sum w^2}
 * @param weightDecay subtracted at each step: {@code learning rate * weightDecay * w} (decoupled,
 *     Loshchilov and Hutter 2019)
 * @param penalised what it costs to be large for, the weight decay of AdamW included; {@link Reach#WEIGHTS} where nothing
 *     costs anything
 */
public record Penalty(double l1, double l2, double weightDecay, Reach penalised) {
    public static final Penalty NONE = new Penalty(0, 0, 0, Reach.WEIGHTS);

    public Penalty {
        Checks.notNegative("l1", l1);
        Checks.notNegative("l2", l2);
        Checks.notNegative("weight-decay", weightDecay);
    }

    /** What a penalty is for. */
    public enum Reach implements Named {
        /** Weights and biases. */
        ALL("all"),
        /** Weights alone. */
        WEIGHTS("weights");

        private final String label;

        Reach(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }
}
