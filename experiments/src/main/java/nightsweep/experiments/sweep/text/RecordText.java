package nightsweep.experiments.sweep.text;

import java.util.Locale;
import nightsweep.experiments.Named;

/**
 * Text of the form {@code Name[field=value, ...]}: what ids are hashes of. Names are written out here and not taken from
 * the code, so that code can be renamed and ids stay; a number is the text of Java's {@code double}.
 */
public final class RecordText {
    private final StringBuilder text;
    private boolean begun;

    public RecordText(String name) {
        text = new StringBuilder(name).append('[');
    }

    /** A choice, by the word that sweep files have for it. */
    public static String word(Named choice) {
        return choice.label().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    public RecordText and(String field, String value) {
        text.append(begun ? ", " : "").append(field).append('=').append(value);
        begun = true;
        return this;
    }

    public RecordText and(String field, double value) {
        return and(field, Double.toString(value));
    }

    public RecordText and(String field, long value) {
        return and(field, Long.toString(value));
    }

    public RecordText and(String field, Named choice) {
        return and(field, word(choice));
    }

    /** A field that came later than others: left out where it says what was so before. */
    public RecordText unless(boolean usual, String field, String value) {
        return usual ? this : and(field, value);
    }

    public String end() {
        return text.append(']').toString();
    }
}
