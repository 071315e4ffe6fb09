package nightsweep.worker.dataset.csv.line;

import java.util.List;

/** Lines before a table that say something about it, and are none of it. */
public final class CommentLines {
    private static final String MARK = "#";

    private CommentLines() {}

    /**
     * How many of the first lines are none of the table: they begin with {@code #}, up to a line that does not. The last of them
     * is of the table where it has as many cells as that line has: a name or a value may begin so.
     */
    public static int leading(List<String> lines) {
        int first = 0;
        while (first < lines.size() && (lines.get(first).isBlank() || isMarked(lines.get(first)))) {
            first++;
        }
        int comments = first;
        while (comments > 0 && lines.get(comments - 1).isBlank()) {
            comments--;
        }
        if (comments == 0 || first == lines.size()) {
            return 0;
        }
        return cells(lines.get(comments - 1), lines.get(first)) == cells(lines.get(first), lines.get(first))
                ? comments - 1
                : comments;
    }

    /** Whether a line may be a comment. */
    public static boolean isMarked(String line) {
        return CsvLine.unmarked(line).stripLeading().startsWith(MARK);
    }

    /** Whether a name is none, but begins a comment; alone the mark is a name, as of a number. */
    public static boolean begins(String name) {
        return name.startsWith(MARK) && !name.equals(MARK);
    }

    private static int cells(String line, String like) {
        try {
            return CsvLine.cells(line, Separator.of(like)).size();
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }
}
