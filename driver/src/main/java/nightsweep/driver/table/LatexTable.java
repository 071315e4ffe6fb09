package nightsweep.driver.table;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A table as LaTeX in UTF-8, with the rules of the package {@code booktabs}; its notes are comments below. */
final class LatexTable {
    private LatexTable() {}

    static void write(Table table, Appendable out) throws IOException {
        List<Column> columns = table.columns();
        out.append("% \\usepackage{booktabs}\n\\begin{tabular}{")
                .append(columns.stream()
                        .map(column -> column.align() == Column.Align.LEFT ? "l" : "r")
                        .collect(Collectors.joining()))
                .append("}\n\\toprule\n");
        line(out, columns.stream().map(column -> escape(column.title())));
        out.append("\\midrule\n");
        for (List<Cell> row : table.rows()) {
            line(
                    out,
                    IntStream.range(0, columns.size())
                            .mapToObj(i -> escape(row.get(i), columns.get(i).numbers())));
        }
        out.append("\\bottomrule\n\\end{tabular}\n");
        for (String note : table.notes()) {
            out.append("% ").append(DisplayText.of(note)).append('\n');
        }
    }

    private static void line(Appendable out, Stream<String> cells) throws IOException {
        out.append(cells.collect(Collectors.joining(" & "))).append(" \\\\\n");
    }

    /** Numbers with a minus rather than a hyphen. */
    private static String escape(Cell cell, Numbers numbers) {
        String shown = cell.shown(numbers);
        return cell instanceof Cell.Text || shown.isEmpty() || !shown.startsWith("-")
                ? escape(shown)
                : "$-$" + shown.substring(1);
    }

    private static String escape(String text) {
        return DisplayText.of(text).codePoints().mapToObj(LatexTable::escape).collect(Collectors.joining());
    }

    /**
     * A bracket or star after the end of a line would be taken for its argument, two hyphens for a dash. Every character
     * that is named is in every encoding of fonts.
     */
    private static String escape(int c) {
        return switch (c) {
            case '\\' -> "\\textbackslash{}";
            case '~' -> "\\textasciitilde{}";
            case '^' -> "\\textasciicircum{}";
            case '<' -> "\\textless{}";
            case '>' -> "\\textgreater{}";
            case '|' -> "\\textbar{}";
            case '"' -> "\\texttt{\\char34}";
            case '{', '}', '$', '&', '#', '_', '%' -> "\\" + (char) c;
            case '[', ']', '*', '-', '\'', '`' -> "{" + (char) c + "}";
            default -> Character.toString(c);
        };
    }
}
