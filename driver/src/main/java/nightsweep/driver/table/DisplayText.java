package nightsweep.driver.table;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Text as a terminal shows it. */
public final class DisplayText {
    private static final Set<UnicodeScript> WIDE =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    private DisplayText() {}

    /** {@code text} in one line, without control characters: names and messages must not steer a terminal. */
    public static String of(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c)
                .forEach(line::appendCodePoint);
        return line.toString();
    }

    /** The columns of a terminal that it takes: none for combining marks, two for East Asian ideographs. */
    public static int width(String text) {
        return text.codePoints().map(DisplayText::width).sum();
    }

    private static int width(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> WIDE.contains(UnicodeScript.of(codePoint)) ? 2 : 1;
        };
    }

    /** The beginning of {@code text} followed by {@code end}, together {@code width} wide or just under. */
    public static String cut(String text, int width, String end) {
        StringBuilder beginning = new StringBuilder();
        int free = width - width(end);
        for (int codePoint : text.codePoints().toArray()) {
            free -= width(codePoint);
            if (free < 0) {
                break;
            }
            beginning.appendCodePoint(codePoint);
        }
        String cut = beginning + end;
        return cut + " ".repeat(Math.max(0, width - width(cut)));
    }

    /** Lines of whole words, at most {@code width} wide where no word is wider. */
    public static List<String> fold(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : of(text).split(" ", -1)) {
            if (line.length() > 0 && width(line.toString()) + 1 + width(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
