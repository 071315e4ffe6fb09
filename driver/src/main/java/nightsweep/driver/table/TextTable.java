package nightsweep.driver.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table as lines of text: a title, a header, a rule, the rows, and the notes. */
public final class TextTable {
    private static final String GAP = "  ";
    private static final String CUT = "...";
    private static final int NARROWEST_TEXT = 14;
    private static final int MOST_HEADER_LINES = 4;

    private final List<Column> columns;
    private final List<List<String>> headers;
    private final List<List<String>> rows;
    private final int[] widths;

    private TextTable(Table table) {
        columns = table.columns();
        headers = columns.stream()
                .map(column -> Arrays.asList(DisplayText.of(column.title()).split(" ")))
                .toList();
        rows = table.rows().stream()
                .map(row -> IntStream.range(0, columns.size())
                        .mapToObj(i ->
                                DisplayText.of(row.get(i).shown(columns.get(i).numbers())))
                        .toList())
                .toList();
        widths = IntStream.range(0, columns.size()).map(this::naturalWidth).toArray();
    }

    /**
     * The table in lines of at most {@code width} characters where that can be had: columns are left out in the order
     * of {@code expendable}, those of one entry together, then words are cut short, or folded in the last column. Each line ends in a line feed.
     */
    public static String of(Table table, int width, List<List<String>> expendable) {
        Table fitting = table;
        TextTable text = new TextTable(fitting);
        for (List<String> columns : expendable) {
            if (text.width() <= width) {
                break;
            }
            fitting = fitting.without(columns);
            text = new TextTable(fitting);
        }
        text.shorten(width);
        StringBuilder lines = new StringBuilder();
        DisplayText.fold(table.title(), width)
                .forEach(line -> lines.append(line).append('\n'));
        text.write(lines);
        for (String note : table.notes()) {
            DisplayText.fold(note, width).forEach(line -> lines.append(line).append('\n'));
        }
        return lines.toString();
    }

    /** A header stands in as many lines as it has words where its cells are narrower than it. */
    private int naturalWidth(int column) {
        int cells = rows.stream()
                .mapToInt(row -> DisplayText.width(row.get(column)))
                .max()
                .orElse(0);
        int word =
                headers.get(column).stream().mapToInt(DisplayText::width).max().orElse(0);
        return Math.max(cells, word);
    }

    private int width() {
        return Arrays.stream(widths).sum() + GAP.length() * Math.max(0, widths.length - 1);
    }

    /** Takes from the widest column of words, a character at a time. */
    private void shorten(int width) {
        while (width() > width) {
            int widest = IntStream.range(0, widths.length)
                    .filter(i -> columns.get(i).align() == Column.Align.LEFT && widths[i] > NARROWEST_TEXT)
                    .boxed()
                    .max((a, b) -> Integer.compare(widths[a], widths[b]))
                    .orElse(-1);
            if (widest < 0) {
                return;
            }
            widths[widest]--;
        }
    }

    private void write(StringBuilder lines) {
        if (rows.isEmpty()) {
            lines.append("(none)\n");
            return;
        }
        List<List<String>> stacked = IntStream.range(0, columns.size())
                .mapToObj(i -> stack(headers.get(i), widths[i]))
                .toList();
        int height = stacked.stream().mapToInt(List::size).max().orElse(1);
        for (int line = 0; line < height; line++) {
            List<String> cells = new ArrayList<>();
            for (List<String> words : stacked) {
                int above = height - words.size();
                cells.add(line < above ? "" : words.get(line - above));
            }
            append(lines, cells);
        }
        append(lines, Arrays.stream(widths).mapToObj("-"::repeat).toList());
        rows.forEach(row -> appendFolded(lines, row));
    }

    /** Words in the last column go on in lines below, where others are cut: reasons stand there. */
    private void appendFolded(StringBuilder lines, List<String> row) {
        int last = row.size() - 1;
        if (columns.get(last).align() != Column.Align.LEFT) {
            append(lines, row);
            return;
        }
        List<String> cells = new ArrayList<>(row);
        for (String line : DisplayText.fold(row.get(last), widths[last])) {
            cells.set(last, line);
            append(lines, cells);
            cells.replaceAll(cell -> "");
        }
    }

    /** Words in lines of at most {@code width}; the last line stands on the rule. */
    private static List<String> stack(List<String> words, int width) {
        List<String> lines = DisplayText.fold(String.join(" ", words), width);
        return lines.size() <= MOST_HEADER_LINES ? lines : lines.subList(0, MOST_HEADER_LINES);
    }

    private void append(StringBuilder lines, List<String> cells) {
        String line = IntStream.range(0, cells.size())
                .mapToObj(i -> justify(cells.get(i), widths[i], columns.get(i).align()))
                .collect(Collectors.joining(GAP));
        lines.append(line.stripTrailing()).append('\n');
    }

    private static String justify(String text, int width, Column.Align align) {
        int free = width - DisplayText.width(text);
        if (free < 0) {
            return DisplayText.cut(text, width, CUT);
        }
        return align == Column.Align.LEFT ? text + " ".repeat(free) : " ".repeat(free) + text;
    }
}
