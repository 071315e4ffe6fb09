package nightsweep.experiments.dataset;

import nightsweep.experiments.Named;

/** What a column of a table is taken for. */
public enum ColumnUse implements Named {
    /** A quantity: one number goes into the network, scaled. */
    NUMBER("number"),
    /** One of some values without an order: a 1 in the column of its own that each has, and 0 in the others. */
    CATEGORY("category"),
    /** Yes or no: 1 or 0. */
    FLAG("flag"),
    /** Nothing: it is not read. */
    IGNORED("ignored");

    private final String label;

    ColumnUse(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
