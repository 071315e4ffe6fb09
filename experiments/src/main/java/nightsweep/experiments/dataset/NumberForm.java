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
    /** With a comma before decimals; points stand between thousands where there are several, or a comma follows. */
    DECIMAL_COMMA("decimal-comma"),
    /** The same where a single point is between thousands too, since somebody said so: {@code 1.079} is 1079. */
    DECIMAL_COMMA_AND_POINT("decimal-comma-and-point"),
    /** As hours, minutes and seconds, which become seconds: {@code 1:05:33} is 3933. */
    CLOCK("clock");

    private final String label;

    NumberForm(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
