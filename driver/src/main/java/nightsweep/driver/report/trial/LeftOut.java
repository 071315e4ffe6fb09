package nightsweep.driver.report.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a page has no room for, and where it stands instead, in sentences. */
public final class LeftOut {
    private final List<String> sentences = new ArrayList<>();

    /** Adds a sentence, in the manner of {@link String#format}, where {@code condition} holds. */
    public void where(boolean condition, String sentence, Object... arguments) {
        if (condition) {
            sentences.add(String.format(Locale.ROOT, sentence, arguments));
        }
    }

    public List<String> sentences() {
        return List.copyOf(sentences);
    }
}
