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
        char separator = Separator.of(first(lines.subList(Math.min(comments, lines.size()), lines.size()), form));
        return new Opening(
                separator,
                separator == Separator.USUAL ? "" : "the separator is the one in its first line, which has no commas",
                comments,
                false);
    }

    /** The first line that is not blank and no comment, with those that a quoted cell goes on in, as far as it is there. */
    private static String first(List<String> lines, TableForm.Text form) {
        StringBuilder first = new StringBuilder();
        for (String line : lines) {
            if (first.isEmpty() && (line.isBlank() || line.startsWith(form.comment()))) {
                continue;
            }
            first.append(first.isEmpty() ? line.stripLeading() : line);
            if (!form.quote().equals("\"") || !CsvLine.isOpen(first)) {
                break;
            }
            first.append('\n');
        }
        return first.toString();
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
