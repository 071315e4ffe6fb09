package nightsweep.worker.dataset.csv.cell;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nightsweep.experiments.dataset.Preparing.Decimals;

/** The cells of a column while a table is read: numbers go elsewhere, other texts are kept here, each once. */
public final class ColumnCells {
    /** Up to here double precision tells whole numbers apart. */
    private static final double EXACT = 1L << 53;

    private static final int MOST_TEXTS = 1_000_000;
    private static final int NO_TEXT = -1;
    private static final int THREE = 3;

    /** Of a text that came after too many others. */
    private static final int UNKEPT = -2;

    private final MissingMarks marks;
    private final boolean asText;
    private final boolean withoutPoints;
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final List<Long> counts = new ArrayList<>();
    private int[] codes = new int[0];
    private long numbers;
    private long missing;
    private double rounded;
    private boolean leadingZeros;
    private boolean points;
    private boolean threes = true;
    private boolean smallWholes;
    private boolean greatWholes;

    /**
     * Cells of a column.
     *
     * @param asText whether numbers are texts too
     * @param decimals where they have commas, a number with a point is kept as a text, until it is known what that means
     */
    public ColumnCells(MissingMarks marks, boolean asText, Decimals decimals) {
        this.marks = marks;
        this.asText = asText;
        this.withoutPoints = decimals == Decimals.COMMA;
    }

    /** Takes the cell of a row; its number, or not a number where it has none. */
    public double take(String text, int row) {
        if (!asText
                && CellNumber.is(text)
                && !(withoutPoints && text.indexOf('.') >= 0)
                && !(marks.areNumbers() && marks.has(text))) {
            numbers++;
            int point = text.indexOf('.');
            points |= point >= 0;
            threes &= point < 0 || hasThree(text, point);
            smallWholes |= point < 0;
            greatWholes |= point < 0 && text.length() > THREE;
            leadingZeros |= text.length() > 1 && text.charAt(0) == '0' && text.charAt(1) != '.';
            return number(text);
        }
        if (marks.has(text)) {
            missing++;
        } else {
            reserve(row);
            codes[row] = code(text);
        }
        return Double.NaN;
    }

    /** Whether a point stands before three digits and behind up to three, as between thousands. */
    private static boolean hasThree(String text, int point) {
        return text.length() - point - 1 == THREE && point >= 1 && point <= THREE && text.charAt(0) >= '1';
    }

    private double number(String text) {
        double value = Double.parseDouble(text);
        if (Math.abs(value) > EXACT) {
            double error =
                    new BigDecimal(text).subtract(new BigDecimal(value)).abs().doubleValue();
            rounded = Math.max(rounded, error);
        }
        return value;
    }

    private void reserve(int row) {
        if (row >= codes.length) {
            int from = codes.length;
            codes = Arrays.copyOf(codes, Math.max(64, row + row / 2 + 1));
            Arrays.fill(codes, from, codes.length, NO_TEXT);
        }
    }

    private int code(String text) {
        Integer known = texts.get(text);
        if (known == null) {
            if (texts.size() == MOST_TEXTS) {
                return UNKEPT;
            }
            known = texts.size();
            texts.put(text, known);
            counts.add(0L);
        }
        counts.set(known, counts.get(known) + 1);
        return known;
    }

    /** Which of {@link #texts} a row has; below 0 for none that is kept. */
    public int code(int row) {
        return row < codes.length ? codes[row] : NO_TEXT;
    }

    public boolean hasText(int row) {
        return code(row) != NO_TEXT;
    }

    /** The different ones, in order of their first row. */
    public List<String> texts() {
        return List.copyOf(texts.keySet());
    }

    /** Rows that have a text. */
    long count(int text) {
        return counts.get(text);
    }

    /** Whether there are more different texts than are kept. */
    boolean hasTooMany() {
        return texts.size() == MOST_TEXTS;
    }

    long numbers() {
        return numbers;
    }

    public long missing() {
        return missing;
    }

    /** By how much a number was rounded at most for being beyond double precision. */
    public double rounded() {
        return rounded;
    }

    /** Whether a number, or a text with thousands, has a point before decimals. */
    public boolean hasDecimalPoint() {
        return points || texts.keySet().stream().anyMatch(ColumnCells::hasPoint);
    }

    /** Whether a text can only be a number with a comma before decimals. */
    public boolean hasDecimalComma() {
        return texts.keySet().stream().map(Sign::without).anyMatch(CellNumber::isDecimalComma);
    }

    private static boolean hasPoint(String text) {
        String bare = Sign.without(text);
        return CellNumber.isDecimalPoint(bare) || (!bare.equals(text) && CellNumber.hasFraction(bare));
    }

    /** Whether a number has a point that cannot stand between thousands. */
    public boolean hasSurePoint() {
        return points && !threes;
    }

    /** Whether all points stand as between thousands, beside whole numbers all of which are below a thousand. */
    public boolean mayHaveThousands() {
        return points && threes && smallWholes && !greatWholes && texts.isEmpty();
    }

    /** Whether a number begins with a 0 that says nothing of its size. */
    public boolean hasLeadingZeros() {
        return leadingZeros;
    }
}
