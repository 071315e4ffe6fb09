package nightsweep.experiments.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What someone probably meant by a name that does not exist. */
public final class Suggestion {
    private static final int MOST_LISTED = 40;

    private Suggestion() {}

    /** A sentence to follow a complaint about {@code name}: {@code Maybe "relu"?}, or what there is. */
    public static String among(Collection<String> names, String name) {
        String wanted = squeezed(name);
        List<String> near = names.stream()
                .filter(candidate -> farness(candidate, wanted) <= allowed(candidate, wanted))
                .sorted(Comparator.comparingInt(candidate -> farness(candidate, wanted)))
                .toList();
        if (!near.isEmpty()) {
            return "Maybe \"" + near.get(0) + "\"?";
        }
        if (names.isEmpty()) {
            return "There are none.";
        }
        String rest = names.size() > MOST_LISTED ? ", and " + (names.size() - MOST_LISTED) + " more." : ".";
        return names.stream().limit(MOST_LISTED).collect(Collectors.joining(", ", "There are: ", rest));
    }

    /** Whether {@code name} is one of {@code names} but for a slip: a letter, hyphens, or initials in its place. */
    static boolean isSlip(Collection<String> names, String name) {
        String wanted = squeezed(name);
        return names.stream().anyMatch(candidate -> farness(candidate, wanted) <= 1);
    }

    private static int allowed(String candidate, String wanted) {
        return Math.max(1, Math.min(wanted.length(), squeezed(candidate).length()) / 3);
    }

    private static int farness(String candidate, String wanted) {
        String other = squeezed(candidate);
        if (initials(candidate).equals(wanted)) {
            return 0;
        }
        int lengths = Math.abs(other.length() - wanted.length());
        return lengths > allowed(candidate, wanted) ? lengths : distance(other, wanted);
    }

    /** {@code mse} for {@code mean-squared-error}; nothing for a single word. */
    private static String initials(String name) {
        return name.contains("-")
                ? Stream.of(name.split("-"))
                        .filter(word -> !word.isEmpty())
                        .map(word -> word.substring(0, 1))
                        .collect(Collectors.joining())
                : "";
    }

    private static String squeezed(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    /** Insertions, deletions, replacements and swaps of neighbours (Damerau 1964, each place edited once). */
    static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
