package nightsweep.worker.dataset.csv.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nightsweep.worker.dataset.csv.fuzz.TrueTable.Kind;

/** What makes a table say something else, or nothing. */
enum Harm {
    DROPPED_CELL,
    ADDED_CELL,
    JOINED_ROWS,
    OTHER_SEPARATOR,
    WORD_AMONG_NUMBERS,
    LETTER_IN_NUMBER,
    TWO_POINTS,
    INFINITE,
    HEXADECIMAL,
    DATE_AMONG_NUMBERS,
    TIME_AMONG_NUMBERS,
    OTHER_DECIMALS,
    NO_PER_CENT_SIGN,
    OTHER_CURRENCY,
    REPEATED_HEADING,
    REPEATED_NAME,
    EMPTY_LABEL,
    OTHER_CASE_OF_LABEL,
    OTHER_CASE_OF_VALUE,
    INVISIBLE_IN_VALUE,
    SWALLOWED_ROWS,
    UNCLOSED_QUOTE,
    TEXT_AFTER_QUOTE,
    MARK_IN_THE_MIDDLE,
    ZERO_BYTE,
    NO_UTF_8,
    CUT_ROW,
    CUT_GZIP,
    TAIL_OF_GZIP,
    DAMAGED_GZIP;

    /**
     * A damaged file.
     *
     * @param expected found in what is refused or told of it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Damaged(byte[] bytes, Pattern expected) {}

    /** One file that is harmed so; empty where that cannot be done to this table. */
    Optional<Damaged> to(TrueTable table, Handwriting hand, SplittableRandom random) {
        List<String> lines = hand.lines(table, random);
        int first = lines.size() - table.rows();
        int row = 1 + random.nextInt(table.rows() - 2);
        return new Hand(this, table, hand, random, lines, first, row).damaged();
    }

    private boolean ofBytes() {
        return compareTo(ZERO_BYTE) >= 0;
    }

    /** One harm at work. */
    private record Hand(
            Harm harm,
            TrueTable table,
            Handwriting hand,
            SplittableRandom random,
            List<String> lines,
            int first,
            int row) {

        Optional<Damaged> damaged() {
            if (harm.ofBytes()) {
                return bytes();
            }
            Optional<String> expected = line();
            return expected.map(told -> new Damaged(hand.bytes(lines, random), Pattern.compile(told, Pattern.DOTALL)));
        }

        private int at() {
            return first + row;
        }

        /** Where the row ends, as a line of the file. */
        private String here() {
            if (hand.blankLines() > 0) {
                return "line [0-9]+";
            }
            long line = IntStream.rangeClosed(0, at())
                    .mapToLong(
                            i -> 1 + lines.get(i).chars().filter(c -> c == '\n').count())
                    .sum();
            return "line " + line + "\\b";
        }

        private Optional<String> line() {
            String line = lines.get(at());
            char separator = hand.separator();
            boolean plain = line.indexOf('"') < 0;
            List<String> cells =
                    new ArrayList<>(Arrays.asList(line.split(Pattern.quote(String.valueOf(separator)), -1)));
            int width = table.columns().size();
            switch (harm) {
                case DROPPED_CELL -> {
                    if (!plain
                            || (hand.trailing() && hand.heading())
                            || (width == 2 && cells.get(0).isBlank())) {
                        return Optional.empty();
                    }
                    cells.remove(random.nextInt(width));
                    if (String.join("", cells).isBlank()) {
                        return Optional.empty();
                    }
                    set(cells);
                    return Optional.of(here() + " has [0-9]+ cells?");
                }
                case ADDED_CELL -> {
                    lines.set(at(), line + separator + "7");
                    return Optional.of(here() + " has [0-9]+ cells");
                }
                case JOINED_ROWS -> {
                    lines.set(at(), line + lines.remove(at() + 1));
                    return Optional.of(
                            here() + " has [0-9]+ cells|a closing quotation mark is followed by text|absent-class");
                }
                case OTHER_SEPARATOR -> {
                    char other = separator == ';' ? '|' : ';';
                    if (!plain) {
                        return Optional.empty();
                    }
                    lines.set(at(), line.replace(separator, other));
                    return Optional.of(here());
                }
                case WORD_AMONG_NUMBERS -> {
                    return cell(List.of("abc", "unknown", "see note", "x").get(random.nextInt(4)), this::isNumber);
                }
                case LETTER_IN_NUMBER -> {
                    return cell(List.of("1O5", "l2", "7.S", "3..", "4-", "1 2").get(random.nextInt(6)), this::isNumber);
                }
                case TWO_POINTS -> {
                    return cell("1.2.3", this::isNumber);
                }
                case INFINITE -> {
                    return cell(List.of("inf", "-Infinity", "1e400", "1e39").get(random.nextInt(4)), this::isNumber);
                }
                case HEXADECIMAL -> {
                    return cell("0x1F", this::isNumber);
                }
                case DATE_AMONG_NUMBERS -> {
                    return cell(List.of("2024-01-05", "5/1/2024", "05.01.2024").get(random.nextInt(3)), this::isNumber);
                }
                case TIME_AMONG_NUMBERS -> {
                    return cell("1:05:33", this::isNumber);
                }
                case OTHER_DECIMALS -> {
                    String other = hand.comma() ? "1.25" : separator == ',' ? "\"1,25\"" : "1,25";
                    return cell(other, column -> column.kind() == Kind.DECIMAL || column.kind() == Kind.SHARE)
                            .map(place -> place + "|say decimals: comma");
                }
                case NO_PER_CENT_SIGN -> {
                    return cell("0.1", column -> column.kind() == Kind.PER_CENT);
                }
                case OTHER_CURRENCY -> {
                    return cell(
                            List.of("£12", "12", "12 USD").get(random.nextInt(3)),
                            column -> column.kind() == Kind.CURRENCY);
                }
                case REPEATED_HEADING -> {
                    if (!hand.heading()) {
                        return Optional.empty();
                    }
                    lines.add(at(), lines.get(first - 1));
                    return Optional.of(here());
                }
                case REPEATED_NAME -> {
                    if (!hand.heading() || width < 3 || lines.get(first - 1).indexOf('"') >= 0) {
                        return Optional.empty();
                    }
                    List<String> names = new ArrayList<>(
                            Arrays.asList(lines.get(first - 1).split(Pattern.quote(String.valueOf(separator)), -1)));
                    names.set((table.label() + 1) % width, names.get((table.label() + 2) % width));
                    lines.set(first - 1, String.join(String.valueOf(separator), names));
                    return Optional.of("it has several columns \"");
                }
                case EMPTY_LABEL -> {
                    return place(table.label(), " ", here() + ".*the label is empty");
                }
                case OTHER_CASE_OF_LABEL -> {
                    return place(
                            table.label(),
                            random.nextBoolean() ? "RED" : "Red",
                            "similar-classes|absent-class|line|keep");
                }
                case OTHER_CASE_OF_VALUE -> {
                    return value("RED");
                }
                case INVISIBLE_IN_VALUE -> {
                    return value(List.of("re\u200bd", "\u00adred", "red\u200e").get(random.nextInt(3)));
                }
                case SWALLOWED_ROWS -> {
                    return swallow();
                }
                case UNCLOSED_QUOTE -> {
                    if (lines.subList(first, lines.size()).stream().anyMatch(one -> one.indexOf('"') >= 0)) {
                        return Optional.empty();
                    }
                    cells.set(0, "\"" + cells.get(0));
                    set(cells);
                    return Optional.of("never closed|closing quotation mark");
                }
                case TEXT_AFTER_QUOTE -> {
                    if (!plain) {
                        return Optional.empty();
                    }
                    cells.set(0, "\"" + cells.get(0) + "\"x");
                    set(cells);
                    return Optional.of("line [0-9]+: a closing quotation mark is followed by text");
                }
                case MARK_IN_THE_MIDDLE -> {
                    lines.set(at(), "\uFEFF" + line);
                    return Optional.of("line [0-9]+ begins with the mark");
                }
                default -> throw new AssertionError(harm);
            }
        }

        private boolean isNumber(TrueTable.Column column) {
            return !column.kind().isText();
        }

        private void set(List<String> cells) {
            lines.set(at(), String.join(String.valueOf(hand.separator()), cells));
        }

        private Optional<String> cell(String content, java.util.function.Predicate<TrueTable.Column> where) {
            for (int column = 0; column < table.columns().size(); column++) {
                if (column != table.label() && where.test(table.columns().get(column))) {
                    boolean filled = table.columns().get(column).cells().stream()
                                    .filter(c -> !c.isEmpty())
                                    .count()
                            > 3;
                    return filled ? place(column, content, here()) : Optional.empty();
                }
            }
            return Optional.empty();
        }

        private Optional<String> value(String content) {
            for (int column = 0; column < table.columns().size(); column++) {
                TrueTable.Column one = table.columns().get(column);
                if (column != table.label()
                        && one.kind() == Kind.WORDS
                        && one.cells().contains("red")) {
                    boolean others = IntStream.range(0, table.rows())
                            .anyMatch(at -> at != row && one.cells().get(at).equals("red"));
                    return others ? place(column, content, "similar-values|different texts") : Optional.empty();
                }
            }
            return Optional.empty();
        }

        private Optional<String> place(int column, String content, String expected) {
            String line = lines.get(at());
            if (line.indexOf('"') >= 0) {
                return Optional.empty();
            }
            List<String> cells =
                    new ArrayList<>(Arrays.asList(line.split(Pattern.quote(String.valueOf(hand.separator())), -1)));
            cells.set(column, content);
            set(cells);
            return Optional.of(expected);
        }

        /** A quotation mark before a text, and another after that of a later row. */
        private Optional<String> swallow() {
            int until = Math.min(lines.size() - 1, at() + 1 + random.nextInt(3));
            if (lines.subList(at(), until + 1).stream().anyMatch(one -> one.indexOf('"') >= 0)) {
                return Optional.empty();
            }
            for (int column = 0; column < table.columns().size(); column++) {
                if (table.columns().get(column).kind() == Kind.WORDS && until > at()) {
                    int from = column;
                    String split = Pattern.quote(String.valueOf(hand.separator()));
                    List<String> begin =
                            new ArrayList<>(Arrays.asList(lines.get(at()).split(split, -1)));
                    begin.set(from, "\"" + begin.get(from).strip());
                    List<String> end =
                            new ArrayList<>(Arrays.asList(lines.get(until).split(split, -1)));
                    end.set(from, end.get(from).strip() + "\"");
                    set(begin);
                    lines.set(until, String.join(String.valueOf(hand.separator()), end));
                    return Optional.of("line [0-9]+.*(line|quot)|swallowed-rows");
                }
            }
            return Optional.empty();
        }

        private Optional<Damaged> bytes() {
            byte[] whole = hand.bytes(lines, random);
            switch (harm) {
                case ZERO_BYTE -> {
                    lines.set(at(), lines.get(at()) + "\0");
                    return Optional.of(
                            new Damaged(hand.bytes(lines, random), Pattern.compile("line [0-9]+ has a zero byte")));
                }
                case NO_UTF_8 -> {
                    if (!hand.charset().equals(StandardCharsets.UTF_8)) {
                        return Optional.empty();
                    }
                    String text = String.join("\n", lines.subList(0, at())) + "\n";
                    byte[] before = text.getBytes(StandardCharsets.UTF_8);
                    byte[] after =
                            String.join("\n", lines.subList(at(), lines.size())).getBytes(StandardCharsets.UTF_8);
                    byte[] all = new byte[before.length + after.length + 1];
                    System.arraycopy(before, 0, all, 0, before.length);
                    all[before.length] = (byte) 0xe9;
                    System.arraycopy(after, 0, all, before.length + 1, after.length);
                    long number = 1 + text.chars().filter(c -> c == '\n').count();
                    return Optional.of(new Damaged(
                            hand.zipped(all), Pattern.compile("line " + number + "\\b.*UTF-8", Pattern.DOTALL)));
                }
                case CUT_ROW -> {
                    String last = lines.get(lines.size() - 1);
                    int cut = last.lastIndexOf(hand.separator());
                    if (last.indexOf('"') >= 0
                            || last.substring(0, cut).isBlank()
                            || (hand.trailing() && hand.heading())) {
                        return Optional.empty();
                    }
                    lines.set(lines.size() - 1, last.substring(0, cut));
                    return Optional.of(new Damaged(hand.bytes(lines, random), Pattern.compile("line [0-9]+")));
                }
                case CUT_GZIP, TAIL_OF_GZIP, DAMAGED_GZIP -> {
                    if (!hand.zipped()) {
                        return Optional.empty();
                    }
                    byte[] some = Arrays.copyOf(
                            whole,
                            harm == CUT_GZIP
                                    ? 20 + random.nextInt(whole.length - 20)
                                    : whole.length + (harm == TAIL_OF_GZIP ? 3 : 0));
                    if (harm == TAIL_OF_GZIP) {
                        some[some.length - 1] = 7;
                    } else if (harm == DAMAGED_GZIP) {
                        some[15 + random.nextInt(some.length - 15)] ^= 0x5a;
                    }
                    return Optional.of(new Damaged(some, Pattern.compile("gz|compress|end|damaged|zip|Cannot read")));
                }
                default -> throw new AssertionError(harm);
            }
        }
    }
}
