package nightsweep.worker.dataset.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nightsweep.worker.dataset.source.Origins;

/** Where the rows of a table stand, and what people call that: a line of its file, or of one of the files that it is in. */
final class RowPlaces {
    static final String LINE = "line";
    private static final int LINE_BITS = 40;

    private final String unit;
    private final List<String> parts = new ArrayList<>();
    private final List<Integer> firstRows = new ArrayList<>();
    private int[] lines = new int[64];
    private int rows;

    /** @param unit what a row is counted in: {@code line} of a text, {@code row} elsewhere */
    RowPlaces(String unit) {
        this.unit = unit;
    }

    /**
     * Begins a file.
     *
     * @param part its name where there are several, else empty
     */
    void begin(String part) {
        parts.add(part);
        firstRows.add(rows);
    }

    /** Takes a row of the file that was begun last, by the line on which it ends. */
    void add(long line) {
        if (rows == lines.length) {
            lines = Arrays.copyOf(lines, (int) Math.min(2L * rows, Integer.MAX_VALUE - 8));
        }
        lines[rows++] = (int) Math.min(line, Integer.MAX_VALUE);
    }

    int rows() {
        return rows;
    }

    /** The place of a line of the file that was begun last, comparable with other places. */
    long place(long line) {
        return ((parts.size() - 1L) << LINE_BITS) | line;
    }

    /** The place of a row. */
    long place(int row) {
        int part = parts.size() - 1;
        while (part > 0 && firstRows.get(part) > row) {
            part--;
        }
        return ((long) part << LINE_BITS) | lines[row];
    }

    /** A place in words, to begin a message with. */
    String told(long place) {
        String part = parts.get((int) (place >> LINE_BITS));
        String line = unit + " " + (place & ((1L << LINE_BITS) - 1));
        return part.isEmpty() ? line : part + ", " + line;
    }

    /** Of all rows. */
    Origins origins() {
        if (!unit.equals(LINE)) {
            return new Origins.Numbers();
        }
        int[] all = Arrays.copyOf(lines, rows);
        return parts.size() == 1
                ? new Origins.Lines(all)
                : new Origins.Parts(
                        parts, firstRows.stream().mapToInt(Integer::intValue).toArray(), all);
    }
}
