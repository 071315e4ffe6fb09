package nightsweep.worker.dataset.source;

import java.util.List;
import nightsweep.experiments.dataset.ColumnUse;
import nightsweep.experiments.dataset.NumberForm;

/**
 * A column of a table as it was read: a number, 1 and 0 of a flag, or of a category the place of its value; not a number where
 * the cell is missing, and -1 for a value that is none of {@code values}.
 *
 * @param name in the heading, or its number from 1
 * @param told the same, as messages name it
 * @param place among all columns of the table, from 0
 * @param use never {@link ColumnUse#IGNORED}
 * @param form of a number's cells
 * @param sign the sign that stands before or behind each number; empty for none
 * @param values of a category, in order; else none
 * @param missing cells
 * @param leadingZeros whether it was found to be a number, and some of its numbers begin with a 0 that says nothing of their size
 * @param unsureThousands whether nobody said what its points are, and they may stand between thousands
 */
public record RawColumn(
        String name,
        String told,
        int place,
        ColumnUse use,
        NumberForm form,
        String sign,
        List<String> values,
        long missing,
        boolean leadingZeros,
        boolean unsureThousands) {
    /** What stands for a value that is not known. */
    public static final double UNKNOWN = -1;

    /** Without a sign. */
    public RawColumn(
            String name,
            String told,
            int place,
            ColumnUse use,
            NumberForm form,
            List<String> values,
            long missing,
            boolean leadingZeros) {
        this(name, told, place, use, form, "", values, missing, leadingZeros, false);
    }

    public RawColumn {
        values = List.copyOf(values);
    }

    /** Whether its cells are numbers, all of them. */
    public boolean isPlain() {
        return use == ColumnUse.NUMBER && form == NumberForm.PLAIN && sign.isEmpty() && missing == 0;
    }
}
