package nightsweep.experiments;

/** What may be doubted of a configuration that can be trained. A sweep may say that it means it. */
public enum Doubt implements Named {
    /** A minibatch holds every example. */
    LARGE_BATCH("large-batch"),
    /** The output is 1 whatever goes in. */
    SOFTMAX_OVER_ONE_UNIT("softmax-over-one-unit"),
    /** Output units stand for no class. */
    SPARE_UNITS("spare-units"),
    /** The loss has no meaning, or none that is wanted, for values that the output's activation takes. */
    UNSUITED_LOSS("unsuited-loss"),
    /** The output's activation is cut off where the loss then has no gradient. */
    FLAT_OUTPUT("flat-output"),
    /** Softmax in a hidden layer. */
    HIDDEN_SOFTMAX("hidden-softmax"),
    /** More than four values in five are dropped. */
    HIGH_DROPOUT("high-dropout"),
    /** Hidden layers without an activation. */
    LINEAR_LAYERS("linear-layers"),
    /** Gradients vanish through so many sigmoid layers. */
    MANY_SIGMOIDS("many-sigmoids"),
    /** Pixels go in as 0..255. */
    UNSCALED_PIXELS("unscaled-pixels"),
    /** Weights start as an identity that is no square. */
    UNSQUARE_IDENTITY("unsquare-identity"),
    /** The units of a layer start equal. */
    EQUAL_WEIGHTS("equal-weights"),
    /** A learning rate of 1 or more for an optimizer that takes it for its step. */
    LARGE_RATE("large-rate"),
    /** AdaDelta slowed tenfold or more. */
    SLOW_ADADELTA("slow-adadelta"),
    /** The learning rate is 0 before training ends. */
    RATE_ENDS_EARLY("rate-ends-early"),
    /** A warm-up that training does not outlast. */
    LONG_WARM_UP("long-warm-up"),
    /** Two configurations are one piece of work. */
    SAME_WORK("same-work"),
    /** Files beside the data are not read. */
    PASSED_OVER("passed-over"),
    /** A column counts the rows, or is an id: it may give the class away where rows are sorted. */
    ROW_NUMBERS("row-numbers"),
    /** A column says the same as the label. */
    LEAKED_LABEL("leaked-label"),
    /** Labels look like a quantity. */
    QUANTITY_AS_CLASSES("quantity-as-classes"),
    /** A class has no examples to train, to compare or to test on. */
    ABSENT_CLASS("absent-class"),
    /** Classes that may be one class, written in two ways. */
    SIMILAR_CLASSES("similar-classes"),
    /** Values of a category that may be one value, written in two ways. */
    SIMILAR_VALUES("similar-values"),
    /** Points in numbers may stand between thousands. */
    UNSURE_THOUSANDS("unsure-thousands"),
    /** A class is named as missing cells are. */
    MISSING_AS_CLASS("missing-as-class"),
    /** Every test example is a training example too. */
    TESTED_ON_TRAINING("tested-on-training"),
    /** A group has training and test rows. */
    SHARED_GROUPS("shared-groups"),
    /** Training rows are later than some that are tested on. */
    TRAINED_ON_LATER("trained-on-later"),
    /** The names of columns look like a row of values. */
    VALUES_AS_NAMES("values-as-names"),
    /** The first row looks like the names of columns. */
    NAMES_AS_VALUES("names-as-values"),
    /** No column varies. */
    CONSTANT_COLUMNS("constant-columns"),
    /** Whole numbers have more digits than double precision keeps. */
    ROUNDED_NUMBERS("rounded-numbers"),
    /** Most cells of a column are missing. */
    MOSTLY_MISSING("mostly-missing"),
    /** A category has more values than are told apart. */
    MANY_VALUES("many-values"),
    /** Numbers that begin with zeros: they may be codes. */
    NUMBERS_AS_CODES("numbers-as-codes"),
    /** Numbers differ by less than a network can tell. */
    LOST_DIGITS("lost-digits");

    private final String label;

    Doubt(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
