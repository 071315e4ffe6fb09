package nightsweep.worker.dataset.csv.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nightsweep.experiments.dataset.TableForm;

/**
 * What the first lines of a text say of how to read it.
 *
 * @param separator what cells are apart by
 * @param why that is so, to follow a comma; empty where it is usual
 * @param comments lines before the rows that are none
 * @param says whether the line before the rows says what cells are apart by, as spreadsheets write it
 */
public record Opening(char separator, String why, int comments, boolean says) {
    private static final int MOST_LOOKED_AT = 20;

    /** Not tabs, which cells may be apart by. */
    private static final Pattern LEADING_SPACES = Pattern.compile("^ +");

    /** A line that spreadsheets understand: {@code sep=;}. */
    private static final Pattern SAYS = Pattern.compile("\"?sep=([^A-Za-z0-9\"'.+-])\"?", Pattern.CASE_INSENSITIVE);

    /**
     * Of a text.
     *
     * @param lines the first ones, without the mark that some programs begin a text with
     * @throws MalformedTextException if they contradict what is said
     */
    public static Opening of(List<String> lines, TableForm.Text form) throws MalformedTextException {
        Optional<Character> told = form.findsSeparator()
                ? Optional.empty()
                : Optional.of(form.separator().charAt(0));
        Matcher says = SAYS.matcher(lines.isEmpty() ? "" : lines.get(0));
        if (says.matches()) {
            char separator = says.group(1).charAt(0);
            if (told.isPresent() && told.get() != separator) {
                throw new MalformedTextException("its first line says that cells are apart by "
                        + Separator.name(separator) + ", but separator that they are by " + Separator.name(told.get()));
            }
            return new Opening(separator, "as its first line says", 0, true);
        }
        int comments = form.comment().equals(TableForm.Text.FOUND) ? CommentLines.leading(lines) : 0;
        if (told.isPresent()) {
            return new Opening(told.get(), "as separator says", comments, false);
        }
        List<String> looked = first(lines.subList(Math.min(comments, lines.size()), lines.size()), form);
        char separator = Separator.of(looked);
        return new Opening(
                separator,
                separator == Separator.USUAL
                        ? ""
                        : separator == Separator.of(looked.get(0))
                                ? "the separator is the one in its first line, which has no commas"
                                : "there are as many in each of its first lines, but commas only within cells",
                comments,
                false);
    }

    /**
     * The first lines that are not blank and no comments, each with those that a quoted cell goes on in, as far as they are
     * there; an empty one where there is none.
     */
    private static List<String> first(List<String> lines, TableForm.Text form) {
        List<String> found = new ArrayList<>();
        StringBuilder one = new StringBuilder();
        for (int at = 0; at < lines.size() && found.size() < MOST_LOOKED_AT; at++) {
            String line = lines.get(at);
            if (one.isEmpty() && (line.isBlank() || line.startsWith(form.comment()))) {
                continue;
            }
            one.append(one.isEmpty() ? LEADING_SPACES.matcher(line).replaceFirst("") : line);
            if (form.quote().equals("\"") && CsvLine.isOpen(one)) {
                one.append('\n');
                continue;
            }
            // The last may be cut off.
            if (found.isEmpty() || at < lines.size() - 1) {
                found.add(one.toString());
            }
            one.setLength(0);
        }
        if (found.isEmpty()) {
            found.add(one.toString());
        }
        return found;
    }

    /** What a first line says that cells are apart by, as spreadsheets write it; empty where it is another line. */
    public static Optional<Character> said(String firstLine) {
        Matcher says = SAYS.matcher(firstLine);
        return says.matches() ? Optional.of(says.group(1).charAt(0)) : Optional.empty();
    }

    /** What cells are apart by, in words. */
    public String told() {
        return Separator.name(separator);
    }

    /** Lines before those that a parser is to read. */
    public int passed() {
        return comments + (says ? 1 : 0);
    }

    /** How the text is read, where that is not as usual, in a sentence. */
    public List<String> notes(String location) {
        List<String> notes = new ArrayList<>();
        if (comments > 0) {
            notes.add("In " + location + " "
                    + (comments == 1 ? "1 line is" : comments + " lines are")
                    + " passed over before the table, as comments.");
        }
        if (!why.isEmpty()) {
            notes.add("In " + location + " cells are apart by " + Separator.name(separator)
                    + (why.startsWith("as ") ? ", " : ": ") + why + ".");
        }
        return notes;
    }
}
