package nightsweep.worker.dataset.csv.cell;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The order of classes and of values: as whole numbers where all are, else as text. */
public final class TextOrder {
    private TextOrder() {}

    public static List<String> sorted(Collection<String> texts) {
        boolean numbers = texts.stream().allMatch(text -> text.matches("[-+]?[0-9]{1,18}"));
        Comparator<String> byText = Comparator.naturalOrder();
        return texts.stream()
                .sorted(
                        numbers
                                ? Comparator.<String>comparingLong(Long::parseLong)
                                        .thenComparing(byText)
                                : byText)
                .toList();
    }
}
