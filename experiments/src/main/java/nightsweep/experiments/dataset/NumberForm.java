package nightsweep.experiments.dataset;

import nightsweep.experiments.Named;

/** How a column writes its numbers. */
public enum NumberForm implements Named {
    /** As programs do: with a point before decimals, and nothing else. */
    PLAIN("plain"),
    /** With a per cent sign after each, which is left out. */
    PER_CENT("per-cent"),
    /** With commas between thousands. */
    THOUSANDS("thousands"),
    /** With a comma before decimals, and points, if any, between thousands. */
    DECIMAL_COMMA("decimal-comma");

    private final String label;

    NumberForm(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
