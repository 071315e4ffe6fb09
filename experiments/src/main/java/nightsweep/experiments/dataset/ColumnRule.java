package nightsweep.experiments.dataset;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a sweep says of some columns of a table.
 *
 * @param columns a name, or one with {@code *} for any text, or where no column is called so a number from 1, from -1
 *     backwards, or a range of numbers such as {@code 3-7}
 */
public record ColumnRule(String columns, ColumnUse use) {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,9}) *- *([0-9]{1,9})");

    /** Whether it means one column by its name. */
    public boolean names(List<String> names) {
        return names.contains(columns);
    }

    /**
     * Whether it means a column.
     *
     * @param place of the column among {@code names}, from 0
     */
    public boolean means(int place, List<String> names) {
        if (names(names)) {
            return names.get(place).equals(columns);
        }
        if (columns.contains("*")) {
            return glob().matcher(names.get(place)).matches();
        }
        Matcher range = RANGE.matcher(columns);
        if (range.matches()) {
            return place + 1 >= Integer.parseInt(range.group(1)) && place + 1 <= Integer.parseInt(range.group(2));
        }
        OptionalInt number = number();
        return number.isPresent()
                && place == (number.getAsInt() > 0 ? number.getAsInt() - 1 : names.size() + number.getAsInt());
    }

    /** Whether it is a range of numbers that goes on past the last of some columns, or begins before the first. */
    public boolean exceeds(List<String> names) {
        Matcher range = RANGE.matcher(columns);
        return !names(names)
                && range.matches()
                && (Integer.parseInt(range.group(2)) > names.size() || Integer.parseInt(range.group(1)) < 1);
    }

    /** The number that it may stand for; empty where it is none. */
    private OptionalInt number() {
        return NUMBER.matcher(columns).matches() ? OptionalInt.of(Integer.parseInt(columns)) : OptionalInt.empty();
    }

    private Pattern glob() {
        return Pattern.compile(
                Stream.of(columns.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }
}
