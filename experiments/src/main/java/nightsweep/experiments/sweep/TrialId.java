package nightsweep.experiments.sweep;

import java.util.regex.Pattern;

/**
 * A hash of everything that decides a trial's outcome, so that the same work has the same id wherever and whenever it
 * is planned. Its place in the grid and the names of the axes are no part of it.
 *
 * @param text {@code t-} and 12 hexadecimal digits
 */
public record TrialId(String text) {
    private static final Pattern FORM = Pattern.compile("t-[0-9a-f]{12}");

    public TrialId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("A trial id is t- and 12 hexadecimal digits, but got " + text + ".");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
