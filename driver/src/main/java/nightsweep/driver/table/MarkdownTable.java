package nightsweep.driver.table;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A table as GitHub's Markdown: a header, the rows, and the notes in paragraphs below. */
final class MarkdownTable {
    private static final String MARKUP = "\\`*_{}[]()#+-.!|~$:@=>";

    private MarkdownTable() {}

    static void write(Table table, Appendable out) throws IOException {
        List<Column> columns = table.columns();
        line(out, columns.stream().map(column -> escape(column.title())));
        line(out, columns.stream().map(column -> column.align() == Column.Align.LEFT ? "---" : "---:"));
        for (List<Cell> row : table.rows()) {
            line(
                    out,
                    IntStream.range(0, columns.size())
                            .mapToObj(i -> escape(row.get(i), columns.get(i).numbers())));
        }
        for (String note : table.notes()) {
            out.append('\n').append(escape(note)).append('\n');
        }
    }

    private static void line(Appendable out, Stream<String> cells) throws IOException {
        out.append(cells.collect(Collectors.joining(" | ", "| ", " |"))).append('\n');
    }

    private static String escape(Cell cell, Numbers numbers) {
        String shown = cell.shown(numbers);
        return cell instanceof Cell.Text ? escape(shown) : shown;
    }

    /** In one line, every sign that could begin markup, an address or a name taken as itself. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        DisplayText.of(text).codePoints().forEach(c -> {
            if (c == '&') {
                escaped.append("&amp;");
            } else if (c == '<') {
                escaped.append("&lt;");
            } else {
                escaped.append(MARKUP.indexOf(c) >= 0 ? "\\" : "").appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
