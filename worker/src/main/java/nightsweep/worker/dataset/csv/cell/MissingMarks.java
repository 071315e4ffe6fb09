package nightsweep.worker.dataset.csv.cell;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What stands for a missing cell. */
public final class MissingMarks implements Serializable {
    private static final List<String> USUAL = List.of("?", "na", "n/a", "#n/a", "nan", "null");

    /** Among numbers they can mean nothing else; among words they may be a value. */
    private static final Set<String> AMONG_NUMBERS = Set.of("-", "none", "nil", "missing");

    private final TreeSet<String> marks;
    private final boolean numbers;

    private MissingMarks(Set<String> marks) {
        this.marks = new TreeSet<>(marks);
        numbers = marks.stream().anyMatch(CellNumber::is);
    }

    /**
     * The marks of a sweep.
     *
     * @param said whatever their case; what usually is one, where nothing is said
     */
    public static MissingMarks of(List<String> said) {
        Set<String> marks = new TreeSet<>();
        (said.isEmpty() ? USUAL : said).forEach(mark -> marks.add(small(mark)));
        return new MissingMarks(marks);
    }

    /** Whether a cell is missing: empty, or one of the marks. */
    public boolean has(String cell) {
        return cell.isBlank() || marks.contains(small(cell));
    }

    /** Whether a cell of a column of numbers is missing. */
    public boolean hasAmongNumbers(String cell) {
        return has(cell) || isAmongNumbers(cell);
    }

    /** Whether it would be missing in a column of numbers, and may be a value elsewhere. */
    static boolean isAmongNumbers(String cell) {
        return AMONG_NUMBERS.contains(small(cell));
    }

    /** Whether a number may be a mark. */
    public boolean areNumbers() {
        return numbers;
    }

    /** In small letters, sorted. */
    public List<String> texts() {
        return List.copyOf(marks);
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
