package nightsweep.worker.dataset.csv.cell;

import java.util.List;
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
 * @param values of a category, in order; else none
 * @param reason why it is left out, to follow its name; empty where it is not
 */
public record FoundColumn(ColumnUse use, NumberForm form, List<String> values, String reason) {
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
            return new FoundColumn(ColumnUse.IGNORED, NumberForm.PLAIN, List.of(), "has no value in any row");
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
                    List.of(),
                    "has " + (cells.hasTooMany() ? "more than " : "") + texts.size() + " different texts in " + rows
                            + " rows, as names and ids have");
        }
        return of(ColumnUse.CATEGORY, cells, decimals);
    }

    private static FoundColumn of(ColumnUse use, ColumnCells cells, Decimals decimals) {
        return new FoundColumn(
                use,
                use == ColumnUse.NUMBER ? form(cells, decimals) : NumberForm.PLAIN,
                use == ColumnUse.CATEGORY ? TextOrder.sorted(cells.texts()) : List.of(),
                "");
    }

    /** One that all texts of the column have; plain, and so refused, where there is none, or it is not sure. */
    private static NumberForm form(ColumnCells cells, Decimals decimals) {
        List<String> texts = cells.texts().stream()
                .filter(text -> !MissingMarks.isAmongNumbers(text))
                .toList();
        NumberForm form = decimals == Decimals.COMMA
                ? NumberForm.DECIMAL_COMMA
                : decimals == Decimals.POINT ? NumberForm.THOUSANDS : NumberForm.PLAIN;
        if (texts.isEmpty() && form != NumberForm.DECIMAL_COMMA) {
            return NumberForm.PLAIN;
        }
        if (cells.numbers() == 0 && areOf(NumberForm.PER_CENT, texts)) {
            return NumberForm.PER_CENT;
        }
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

    /** Whether a text is a number in other words, or a date: no value of a category as a rule. */
    private static boolean isUnsure(String text) {
        return isDate(text) || !CellNumber.isText(text);
    }

    public static boolean isDate(String text) {
        return DATE.matcher(text).matches();
    }
}
