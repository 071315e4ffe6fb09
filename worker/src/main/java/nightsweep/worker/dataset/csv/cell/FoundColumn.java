package nightsweep.worker.dataset.csv.cell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nightsweep.experiments.dataset.ColumnUse;
import nightsweep.experiments.dataset.NumberForm;
import nightsweep.experiments.dataset.Preparing.Decimals;
import nightsweep.worker.dataset.preparing.Truth;

/**
 * What a column of a training table is, and why where that was found out.
 *
 * @param use {@link ColumnUse#IGNORED} where it says nothing
 * @param form of a number's cells
 * @param sign of money or per cent that stands before or behind each number; empty for none
 * @param values of a category, in order; else none
 * @param reason why it is left out, to follow its name; empty where it is not
 */
public record FoundColumn(ColumnUse use, NumberForm form, String sign, List<String> values, String reason) {
    /** In smaller tables coincidences are usual. */
    private static final int LEAST_ROWS = 10;

    /** Of so many cells at most one has the value of another: they are names, or an id. */
    private static final double DISTINCT = 0.9;

    private static final Pattern DATE = Pattern.compile("[0-9]{1,4}([-/.])[0-9]{1,2}\\1[0-9]{1,4}([ T].*)?");

    public FoundColumn {
        values = List.copyOf(values);
    }

    /** A column of which the sweep says what it is. */
    public static FoundColumn said(ColumnUse use, ColumnCells cells, Decimals decimals) {
        return of(use, cells, decimals);
    }

    /** What the cells of a column look like. */
    public static FoundColumn of(ColumnCells cells, Decimals decimals) {
        List<String> texts = cells.texts();
        if (cells.numbers() == 0 && texts.isEmpty()) {
            return new FoundColumn(ColumnUse.IGNORED, NumberForm.PLAIN, "", List.of(), "has no value in any row");
        }
        if (cells.numbers() > 0 || texts.isEmpty() || texts.stream().anyMatch(FoundColumn::isUnsure)) {
            return of(ColumnUse.NUMBER, cells, decimals);
        }
        if (texts.stream().allMatch(Truth::isPlain)) {
            return of(ColumnUse.FLAG, cells, decimals);
        }
        long rows = 0;
        for (int text = 0; text < texts.size(); text++) {
            rows += cells.count(text);
        }
        if (cells.hasTooMany() || (rows >= LEAST_ROWS && texts.size() >= DISTINCT * rows)) {
            return new FoundColumn(
                    ColumnUse.IGNORED,
                    NumberForm.PLAIN,
                    "",
                    List.of(),
                    "has " + (cells.hasTooMany() ? "more than " : "") + texts.size() + " different texts in " + rows
                            + " rows, as names and ids have");
        }
        return of(ColumnUse.CATEGORY, cells, decimals);
    }

    private static FoundColumn of(ColumnUse use, ColumnCells cells, Decimals decimals) {
        FoundColumn plain = new FoundColumn(
                use, NumberForm.PLAIN, "", use == ColumnUse.CATEGORY ? TextOrder.sorted(cells.texts()) : List.of(), "");
        return use == ColumnUse.NUMBER ? plain.written(cells, decimals) : plain;
    }

    private FoundColumn in(NumberForm found, String mark) {
        return new FoundColumn(use, found, mark, values, reason);
    }

    /** In a form that all texts of the column have; plain, and so refused, where there is none, or it is not sure. */
    private FoundColumn written(ColumnCells cells, Decimals decimals) {
        List<String> texts = cells.texts().stream()
                .filter(text -> !MissingMarks.isAmongNumbers(text))
                .toList();
        if (texts.isEmpty()) {
            return in(decimals == Decimals.COMMA ? NumberForm.DECIMAL_COMMA : NumberForm.PLAIN, "");
        }
        Optional<String> mark = mark(cells);
        if (mark.isPresent()) {
            List<String> marked = texts.stream()
                    .filter(text -> Sign.of(text).equals(mark.get()))
                    .toList();
            return areOf(NumberForm.PER_CENT, marked)
                    ? in(NumberForm.PER_CENT, "")
                    : in(form(marked.stream().map(Sign::without).toList(), decimals), mark.get());
        }
        if (cells.numbers() == 0 && areOf(NumberForm.CLOCK, texts)) {
            return in(NumberForm.CLOCK, "");
        }
        return in(form(texts, decimals), "");
    }

    /** The sign that more than half of the numbers have, so that those without it are the odd ones. */
    private static Optional<String> mark(ColumnCells cells) {
        Map<String, Long> rows = new LinkedHashMap<>();
        List<String> texts = cells.texts();
        long numbers = cells.numbers();
        for (int text = 0; text < texts.size(); text++) {
            if (!MissingMarks.isAmongNumbers(texts.get(text))) {
                rows.merge(Sign.of(texts.get(text)), cells.count(text), Long::sum);
                numbers += cells.count(text);
            }
        }
        long all = numbers;
        return rows.entrySet().stream()
                .filter(one -> !one.getKey().isEmpty() && 2 * one.getValue() > all)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static NumberForm form(List<String> texts, Decimals decimals) {
        NumberForm form = decimals == Decimals.COMMA
                ? NumberForm.DECIMAL_COMMA
                : decimals == Decimals.POINT ? NumberForm.THOUSANDS : NumberForm.PLAIN;
        if (areOf(form, texts)) {
            return form;
        }
        return form == NumberForm.DECIMAL_COMMA && areOf(NumberForm.DECIMAL_COMMA_AND_POINT, texts)
                ? NumberForm.DECIMAL_COMMA_AND_POINT
                : NumberForm.PLAIN;
    }

    private static boolean areOf(NumberForm form, List<String> texts) {
        return texts.stream().noneMatch(text -> Double.isNaN(CellNumber.of(text, form)));
    }

    /** Whether each number has something beside its digits, so that one without is none of them. */
    public boolean isMarked() {
        return form == NumberForm.PER_CENT || form == NumberForm.CLOCK || !sign.isEmpty();
    }

    /** Whether a text is a number in other words, or a date: no value of a category as a rule. */
    private static boolean isUnsure(String text) {
        return isDate(text) || !CellNumber.isText(text);
    }

    public static boolean isDate(String text) {
        return DATE.matcher(text).matches();
    }
}
