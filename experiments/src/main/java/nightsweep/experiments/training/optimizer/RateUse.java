package nightsweep.experiments.training.optimizer;

import java.util.List;
import nightsweep.experiments.Named;

/** Where {@link Momentum} and {@link Nesterov} multiply by the learning rate: the same unless it changes. */
public enum RateUse implements Named {
    /** As a step is taken, so that all of it follows the rate of now. */
    AT_USE("at-use"),
    /** As a gradient comes in, which keeps the rate of its own step. */
    AT_GRADIENT("at-gradient");

    static final List<RateUse> ALL = List.of(values());

    private final String label;

    RateUse(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
