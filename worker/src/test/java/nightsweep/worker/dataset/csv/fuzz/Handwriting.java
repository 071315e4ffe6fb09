package nightsweep.worker.dataset.csv.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * How somebody writes a table, all of whose meaning stays.
 *
 * @param comma whether decimals stand behind commas
 * @param thousands what stands between thousands; empty for nothing
 * @param odd ways that a reader may refuse, as long as it says where
 */
record Handwriting(
        char separator,
        boolean comma,
        String thousands,
        Quoting quoting,
        List<String> ends,
        String missing,
        boolean heading,
        boolean says,
        boolean mark,
        boolean zipped,
        boolean trailing,
        boolean padded,
        boolean lastEnds,
        int blankLines,
        int comments,
        Charset charset,
        Odd odd) {
    Handwriting {
        ends = List.copyOf(ends);
    }

    /** Which cells are in quotation marks. */
    enum Quoting {
        NEEDED,
        TEXTS,
        ALL,
        SOME
    }

    /** What few people write, but some. */
    enum Odd {
        NONE,
        UNICODE_MINUS,
        HARD_BLANKS,
        BLANKS_IN_QUOTES,
        PLUS,
        SPACED_THOUSANDS
    }

    static Handwriting draw(SplittableRandom random) {
        boolean utf8 = random.nextInt(8) != 0;
        char separator = List.of(',', ',', ',', ';', ';', '\t', '|').get(random.nextInt(7));
        List<List<String>> ends = List.of(List.of("\n"), List.of("\n"), List.of("\r\n"), List.of("\r\n", "\n"));
        return new Handwriting(
                separator,
                random.nextInt(separator == ';' ? 2 : 6) == 0,
                random.nextInt(4) == 0 ? "," : "",
                Quoting.values()[random.nextInt(Quoting.values().length)],
                ends.get(random.nextInt(ends.size())),
                List.of("", "", "NA", "?", "NaN", "null", "N/A").get(random.nextInt(7)),
                random.nextInt(5) != 0,
                random.nextInt(8) == 0,
                utf8 && random.nextInt(5) == 0,
                random.nextInt(8) == 0,
                random.nextInt(10) == 0,
                random.nextInt(6) == 0,
                random.nextInt(4) != 0,
                random.nextInt(8) == 0 ? 1 + random.nextInt(3) : 0,
                random.nextInt(8) == 0 ? 1 + random.nextInt(3) : 0,
                utf8 ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16,
                random.nextInt(6) == 0 ? Odd.values()[random.nextInt(Odd.values().length)] : Odd.NONE);
    }

    /** Whether nobody can be sure what some of its numbers mean, or few write so. */
    boolean mayBeRefused(TrueTable table) {
        boolean dots = table.columns().stream().anyMatch(column -> column.kind() == TrueTable.Kind.DECIMAL);
        return odd != Odd.NONE || (!thousands.isEmpty() && (comma || !dots)) || (comma && !dots);
    }

    /** The lines of a table, its heading first where there is one, each without its end. */
    List<String> lines(TrueTable table, SplittableRandom random) {
        List<String> lines = new ArrayList<>();
        if (says) {
            lines.add("sep=" + separator);
        }
        for (int comment = 0; comment < comments && !says; comment++) {
            lines.add("# written by somebody");
        }
        int width = table.columns().size();
        if (heading) {
            lines.add(line(IntStream.range(0, width)
                    .mapToObj(at -> cell(table.columns().get(at).name(), true, random))
                    .toList()));
        }
        for (int row = 0; row < table.rows(); row++) {
            int here = row;
            lines.add(line(IntStream.range(0, width)
                    .mapToObj(at -> written(table.columns().get(at), here, random))
                    .toList()));
        }
        return lines;
    }

    private String line(List<String> cells) {
        return String.join(String.valueOf(separator), cells) + (trailing && heading ? separator : "");
    }

    private String written(TrueTable.Column column, int row, SplittableRandom random) {
        String cell = column.cells().get(row);
        if (cell.isEmpty()) {
            return missing;
        }
        return column.kind().isText()
                ? cell(cell, true, random)
                : cell(number(column.kind(), cell, random), false, random);
    }

    private String number(TrueTable.Kind kind, String plain, SplittableRandom random) {
        String text = plain;
        if (kind != TrueTable.Kind.POWER && kind != TrueTable.Kind.PER_CENT) {
            String between = odd == Odd.SPACED_THOUSANDS ? " " : thousands.isEmpty() ? "" : comma ? "." : ",";
            text = grouped(plain, between);
        }
        if (comma) {
            text = swapped(text, plain);
        }
        if (odd == Odd.UNICODE_MINUS) {
            text = text.replace('-', '\u2212');
        }
        if (odd == Odd.PLUS && !text.startsWith("-")) {
            text = "+" + text;
        }
        return switch (kind) {
            case PER_CENT -> text + (random.nextInt(4) == 0 ? " %" : "%");
            case CURRENCY -> comma ? text + " €" : "$" + text;
            default -> text;
        };
    }

    /** With something between thousands, where there are any. */
    private static String grouped(String plain, String between) {
        int point = plain.indexOf('.');
        int end = point < 0 ? plain.length() : point;
        StringBuilder text = new StringBuilder(plain);
        for (int at = end - 3; at > (plain.startsWith("-") ? 1 : 0) && !between.isEmpty(); at -= 3) {
            text.insert(at, between);
        }
        return text.toString();
    }

    private static String swapped(String text, String plain) {
        int point = plain.indexOf('.');
        if (point < 0) {
            return text;
        }
        int place = text.length() - (plain.length() - point);
        return text.substring(0, place) + "," + text.substring(place + 1);
    }

    private String cell(String content, boolean text, SplittableRandom random) {
        boolean needed = content.indexOf(separator) >= 0
                || content.indexOf('\n') >= 0
                || content.startsWith("\"")
                || (content.startsWith("#") && !says);
        boolean quoted = needed
                || switch (quoting) {
                    case NEEDED -> false;
                    case TEXTS -> text;
                    case ALL -> true;
                    case SOME -> random.nextBoolean();
                };
        String inner = odd == Odd.HARD_BLANKS && !text ? "\u00a0" + content : content;
        if (quoted) {
            String blank = odd == Odd.BLANKS_IN_QUOTES && !text ? " " : "";
            inner = "\"" + blank + inner.replace("\"", "\"\"") + blank + "\"";
        }
        return padded && separator != '\t' ? " " + inner + "  " : inner;
    }

    /** A text of lines, as bytes of a file. */
    byte[] bytes(List<String> lines, SplittableRandom random) {
        StringBuilder text = new StringBuilder(mark ? "\uFEFF" : "");
        for (int at = 0; at < lines.size(); at++) {
            text.append(lines.get(at));
            boolean last = at == lines.size() - 1;
            if (!last || lastEnds) {
                text.append(ends.get(random.nextInt(ends.size())));
            }
            for (int blank = 0; blank < blankLines && at > 0 && !last && random.nextInt(6) == 0; blank++) {
                text.append(random.nextBoolean() ? "\n" : "  \n");
            }
        }
        return zipped(text.toString().getBytes(charset));
    }

    byte[] zipped(byte[] bytes) {
        if (!zipped) {
            return bytes;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
