package nightsweep.experiments.diagnosis;

import nightsweep.experiments.Named;

/** How a training went, in a word or two. */
public enum Verdict implements Named {
    /** Nothing of what follows. */
    HEALTHY("healthy"),
    /** The loss became infinite or not a number. */
    DIVERGED("diverged"),
    /** Every example is taken for the same class. */
    DEAD("dead"),
    /** The layers next to the input hardly learn. */
    VANISHING_GRADIENTS("vanishing gradients"),
    /** Gradients are far longer than the weights that they move. */
    EXPLODING_GRADIENTS("exploding gradients"),
    /** Not even the training examples are learned. */
    UNDERFIT("underfit"),
    /** Training examples are learned far better than others. */
    OVERFIT("overfit"),
    /** It was stopped while it was getting better. */
    STILL_IMPROVING("still improving");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
