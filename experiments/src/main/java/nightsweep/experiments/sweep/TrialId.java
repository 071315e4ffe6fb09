package nightsweep.experiments.sweep;

/**
 * A hash of everything that decides a trial's outcome, so that the same work has the same id wherever and whenever it
 * is planned. Its place in the grid and the names of the axes are no part of it.
 *
 * @param text {@code t-} and 12 hexadecimal digits
 */
public record TrialId(String text) {
    private static final String START = "t-";
    private static final int LENGTH = START.length() + 12;

    public TrialId {
        if (!formed(text)) {
            throw new IllegalArgumentException("A trial id is t- and 12 hexadecimal digits, but got " + text + ".");
        }
    }

    /** By hand: a large sweep has millions. */
    private static boolean formed(String text) {
        boolean formed = text.length() == LENGTH && text.startsWith(START);
        for (int i = START.length(); formed && i < LENGTH; i++) {
            char digit = text.charAt(i);
            formed = (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
        }
        return formed;
    }

    @Override
    public String toString() {
        return text;
    }
}
