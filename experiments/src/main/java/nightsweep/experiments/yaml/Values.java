package nightsweep.experiments.yaml;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nightsweep.experiments.Named;

/**
 * Reads single values. What is wrong with one becomes a problem, and the stand-in is returned so that reading can go
 * on; a file with problems never becomes a sweep.
 */
public final class Values {
    /** Whole numbers as they may be written. */
    public static final Pattern WHOLE = Pattern.compile("[-+]?[0-9][0-9_]*");

    /** Numbers as they may be written. */
    public static final Pattern NUMBER = Pattern.compile("[-+]?([0-9][0-9_]*\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");

    private static final WholeCheck ANY = (name, value) -> value;

    private Values() {}

    /** A check of a number, which throws IllegalArgumentException or returns the number. */
    public interface NumberCheck {
        double apply(String name, double value);
    }

    /** A check of a whole number, which throws IllegalArgumentException or returns the number. */
    public interface WholeCheck {
        int apply(String name, int value);
    }

    public static int wholeNumber(Problems problems, String name, Tree tree, int standIn, WholeCheck check) {
        problems.inquiry().whole(tree.place().key(), check);
        long value = whole(problems, name, tree, standIn, Integer.MIN_VALUE, Integer.MAX_VALUE);
        try {
            return check.apply(name, (int) value);
        } catch (IllegalArgumentException e) {
            problems.add(tree.place(), message(e));
            return standIn;
        }
    }

    public static long longNumber(Problems problems, String name, Tree tree, long standIn, long least, long most) {
        problems.inquiry().whole(tree.place().key(), ANY);
        return whole(problems, name, tree, standIn, least, most);
    }

    private static long whole(Problems problems, String name, Tree tree, long standIn, long least, long most) {
        Optional<String> text = scalar(problems, name + " must be a whole number", WHOLE, tree);
        if (text.isEmpty()) {
            return standIn;
        }
        try {
            long value = Long.parseLong(text.get());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Longer than any long: said below.
        }
        problems.add(tree.place(), name + " must be within " + least + ".." + most + ", but got " + text.get() + ".");
        return standIn;
    }

    public static double number(Problems problems, String name, Tree tree, double standIn, NumberCheck check) {
        problems.inquiry().number(tree.place().key(), check);
        Optional<String> text = scalar(problems, name + " must be a number", NUMBER, tree);
        if (text.isEmpty()) {
            return standIn;
        }
        double value = Double.parseDouble(text.get());
        if (Double.isInfinite(value)) {
            problems.add(tree.place(), name + " must be within the range of doubles, but got " + text.get() + ".");
            return standIn;
        }
        try {
            return check.apply(name, value);
        } catch (IllegalArgumentException e) {
            problems.add(tree.place(), message(e));
            return standIn;
        }
    }

    private static Optional<String> scalar(Problems problems, String expected, Pattern pattern, Tree tree) {
        if (tree instanceof Tree.Unknown) {
            return Optional.empty();
        }
        if (tree instanceof Tree.Scalar scalar && pattern.matcher(scalar.text()).matches()) {
            return Optional.of(scalar.text().replace("_", ""));
        }
        problems.add(tree.place(), expected + ", but got " + tree.found() + ".");
        return Optional.empty();
    }

    /** A text that is not empty. */
    public static String text(Problems problems, String name, Tree tree, String standIn) {
        problems.inquiry().text(tree.place().key());
        if (tree instanceof Tree.Scalar scalar
                && !scalar.isNothing()
                && !scalar.text().isBlank()) {
            return scalar.text();
        }
        if (!(tree instanceof Tree.Unknown)) {
            problems.add(tree.place(), name + " must be a text, but got " + tree.found() + ".");
        }
        return standIn;
    }

    /** The one of {@code all} that has this label. */
    public static <N extends Named> Optional<N> named(
            Problems problems, String what, Place place, String label, List<N> all) {
        problems.inquiry().labels(place.key(), all.stream().map(Named::label).toList());
        return oneOf(problems, what, place, label, all);
    }

    static <N extends Named> Optional<N> oneOf(Problems problems, String what, Place place, String label, List<N> all) {
        Optional<N> found =
                all.stream().filter(one -> one.label().equals(label)).findFirst();
        if (found.isEmpty()) {
            unknown(problems, what, place, label, all.stream().map(Named::label).toList());
        }
        return found;
    }

    public static void unknown(Problems problems, String what, Place place, String label, List<String> all) {
        problems.add(
                place,
                "unknown " + what + " \"" + FlowText.abbreviated(label) + "\". "
                        + Guess.answer(what, label)
                                .filter(answer -> !Suggestion.isSlip(all, label))
                                .orElseGet(() -> Suggestion.among(all, label)));
    }

    public static String message(IllegalArgumentException e) {
        return String.valueOf(e.getMessage());
    }
}
