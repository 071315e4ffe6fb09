package nightsweep.worker.dataset.load;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.DataRemark;

/** Classes that may be one, written in two ways: as other letters of the same word, or as the same number. */
final class SimilarClasses {
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]{1,18}\\.?[0-9]{0,18}|\\.[0-9]{1,18})");
    private static final int MOST_NAMED = 10;

    private SimilarClasses() {}

    /** A remark that names them; none where there are none. */
    static List<DataRemark> of(List<String> labels) {
        Map<String, List<String>> alike = new LinkedHashMap<>();
        labels.forEach(label ->
                alike.computeIfAbsent(plain(label), one -> new ArrayList<>()).add(label));
        List<String> named = alike.values().stream()
                .filter(group -> group.size() > 1)
                .map(group -> "\"" + String.join("\" and \"", group) + "\"")
                .toList();
        if (named.isEmpty()) {
            return List.of();
        }
        return List.of(new DataRemark(
                Doubt.SIMILAR_CLASSES,
                "The classes " + String.join("; ", named.subList(0, Math.min(MOST_NAMED, named.size())))
                        + (named.size() > MOST_NAMED ? "; and " + (named.size() - MOST_NAMED) + " more" : "")
                        + " differ only in how they are written, but count as different ones, with a unit each: write"
                        + " them alike in the data if they are the same."));
    }

    private static String plain(String label) {
        String text = Normalizer.normalize(label, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("^(['\"\u2018\u2019\u201c\u201d])(.+)['\"\u2018\u2019\u201c\u201d]$", "$2");
        return NUMBER.matcher(text).matches()
                ? new BigDecimal(text).stripTrailingZeros().toPlainString()
                : text.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", " ");
    }
}
