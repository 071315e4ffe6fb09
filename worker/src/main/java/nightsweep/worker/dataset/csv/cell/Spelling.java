package nightsweep.worker.dataset.csv.cell;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Texts that may be one, written in two ways: in other letters of the same word, or as the same number. */
public final class Spelling {
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]{1,18}\\.?[0-9]{0,18}|\\.[0-9]{1,18})");
    private static final Pattern QUOTED =
            Pattern.compile("^(['\"\u2018\u2019\u201c\u201d])(.+)['\"\u2018\u2019\u201c\u201d]$");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

    private Spelling() {}

    /** Those that are alike, each time two or more, in quotation marks; a sign that nobody sees is written out. */
    public static List<String> alike(Collection<String> texts) {
        Map<String, List<String>> alike = new LinkedHashMap<>();
        texts.forEach(text ->
                alike.computeIfAbsent(plain(text), one -> new ArrayList<>()).add(text));
        return alike.values().stream()
                .filter(group -> group.size() > 1)
                .map(group -> "\"" + visible(String.join("\" and \"", group)) + "\"")
                .toList();
    }

    private static String visible(String text) {
        return INVISIBLE
                .matcher(text)
                .replaceAll(found -> String.format(
                        Locale.ROOT, "<U+%04X>", (int) found.group().charAt(0)));
    }

    private static String plain(String label) {
        String seen = INVISIBLE.matcher(label).replaceAll("");
        String text = QUOTED.matcher(
                        Normalizer.normalize(seen, Normalizer.Form.NFKC).strip())
                .replaceAll("$2");
        return NUMBER.matcher(text).matches()
                ? new BigDecimal(text).stripTrailingZeros().toPlainString()
                : text.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", " ");
    }
}
