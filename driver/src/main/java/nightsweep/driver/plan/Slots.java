package nightsweep.driver.plan;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many trials a Spark master trains at the same time. */
public final class Slots {
    /** Also {@code local[4,2]}, where the second number is of attempts. */
    private static final Pattern LOCAL = Pattern.compile("local\\[\\s*([0-9]{1,6}|\\*)\\s*(,\\s*[0-9]+\\s*)?]");

    private Slots() {}

    /**
     * The slots of a master; empty where only the cluster knows.
     *
     * @param master a Spark master URL, such as {@code local[2]}
     * @param processors of this machine
     */
    public static OptionalInt of(String master, int processors) {
        if (master.equals("local")) {
            return OptionalInt.of(1);
        }
        Matcher local = LOCAL.matcher(master);
        if (!local.matches()) {
            return OptionalInt.empty();
        }
        int slots = local.group(1).equals("*") ? processors : Integer.parseInt(local.group(1));
        return slots > 0 ? OptionalInt.of(slots) : OptionalInt.empty();
    }
}
