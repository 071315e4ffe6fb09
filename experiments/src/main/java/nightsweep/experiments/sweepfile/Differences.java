package nightsweep.experiments.sweepfile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nightsweep.experiments.yaml.FlowText;
import nightsweep.experiments.yaml.Tree;
import org.jspecify.annotations.Nullable;

/** Finds the keys whose values two sweep files do not share, in the order of the first. */
final class Differences {
    private static final int LONGEST = 200;

    private final List<Difference> found = new ArrayList<>();

    private Differences() {}

    static List<Difference> between(Tree before, Tree now) {
        Differences differences = new Differences();
        differences.compare("", before, now);
        return List.copyOf(differences.found);
    }

    private void compare(String key, @Nullable Tree before, @Nullable Tree now) {
        if (before instanceof Tree.Mapping a && now instanceof Tree.Mapping b) {
            Set<String> keys = new LinkedHashSet<>(a.entries().keySet());
            keys.addAll(b.entries().keySet());
            keys.forEach(one ->
                    compare(below(key, one), a.entries().get(one), b.entries().get(one)));
        } else if (before instanceof Tree.Sequence a && now instanceof Tree.Sequence b && nested(a, b)) {
            for (int i = 0; i < a.items().size(); i++) {
                compare(
                        below(key, String.valueOf(i)),
                        a.items().get(i),
                        b.items().get(i));
            }
        } else if (!same(before, now)) {
            found.add(new Difference(key, text(before), text(now)));
        }
    }

    /** Whether two lists are best compared item by item: layers are, the values of an axis are not. */
    private static boolean nested(Tree.Sequence a, Tree.Sequence b) {
        return a.items().size() == b.items().size()
                && a.items().stream().noneMatch(Tree.Scalar.class::isInstance)
                && b.items().stream().noneMatch(Tree.Scalar.class::isInstance);
    }

    private static boolean same(@Nullable Tree before, @Nullable Tree now) {
        if (before instanceof Tree.Scalar a && now instanceof Tree.Scalar b) {
            return a.text().equals(b.text()) || equalNumbers(a.text(), b.text());
        }
        return text(before).equals(text(now));
    }

    private static boolean equalNumbers(String a, String b) {
        try {
            return new BigDecimal(a).compareTo(new BigDecimal(b)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String below(String key, String name) {
        return key.isEmpty() ? name : key + "." + name;
    }

    private static String text(@Nullable Tree tree) {
        String text = tree == null ? "nothing" : FlowText.of(tree);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
