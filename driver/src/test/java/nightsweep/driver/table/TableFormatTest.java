package nightsweep.driver.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableFormatTest {
    private static final Table TABLE = new Table(
            "results",
            "Results",
            List.of(Column.text("na_me"), Column.difference("gain").titled("gain %")),
            List.of(
                    List.of(Cell.text("a|b_c*d"), Cell.score(-0.125)),
                    List.of(Cell.text("<b>&amp;</b>\n[x](http://y)"), Cell.score(0.5)),
                    List.of(Cell.text("\\input{/etc/passwd} $50 ~ ^ # 100% \"--\""), Cell.missing()),
                    List.of(Cell.text("ارقام 😀 | -"), Cell.count(-3))),
            List.of("Ranked on *accuracy*:\nnot on luck."));

    private static String text(TableFormat format) throws IOException {
        StringBuilder out = new StringBuilder();
        format.write(TABLE, out);
        return out.toString();
    }

    @Test
    void takesMarkupInMarkdownAsText() throws IOException {
        assertThat(text(TableFormat.MARKDOWN)).isEqualTo("""
                | na\\_me | gain % |
                | --- | ---: |
                | a\\|b\\_c\\*d | -0.1250 |
                | &lt;b\\>&amp;amp;&lt;/b\\> \\[x\\]\\(http\\://y\\) | +0.5000 |
                | \\\\input\\{/etc/passwd\\} \\$50 \\~ ^ \\# 100% "\\-\\-" |  |
                | ارقام 😀 \\| \\- | -3 |

                Ranked on \\*accuracy\\*\\: not on luck\\.
                """);
    }

    @Test
    void takesCommandsInLatexAsText() throws IOException {
        assertThat(text(TableFormat.LATEX)).isEqualTo("""
                % \\usepackage{booktabs}
                \\begin{tabular}{lr}
                \\toprule
                na\\_me & gain \\% \\\\
                \\midrule
                a\\textbar{}b\\_c{*}d & $-$0.1250 \\\\
                \\textless{}b\\textgreater{}\\&amp;\\textless{}/b\\textgreater{} {[}x{]}(http://y) & +0.5000 \\\\
                \\textbackslash{}input\\{/etc/passwd\\} \\$50 \\textasciitilde{} \\textasciicircum{} \\# 100\\% \\texttt{\\char34}{-}{-}\\texttt{\\char34} &  \\\\
                ارقام 😀 \\textbar{} {-} & $-$3 \\\\
                \\bottomrule
                \\end{tabular}
                % Ranked on *accuracy*: not on luck.
                """);
    }

    @Test
    void namesItsFiles() throws IOException {
        assertThat(TableFormat.MARKDOWN.fileName(TABLE)).isEqualTo("results.md");
        assertThat(TableFormat.LATEX.fileName(TABLE)).isEqualTo("results.tex");
        assertThat(text(TableFormat.CSV)).isEqualTo(CsvTable.text(TABLE));
    }
}
