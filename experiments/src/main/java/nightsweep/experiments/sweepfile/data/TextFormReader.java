package nightsweep.experiments.sweepfile.data;

import java.util.Map;
import nightsweep.experiments.dataset.TableForm;
import nightsweep.experiments.yaml.Section;

/** Reads what {@code csv} says of how rows are written. */
final class TextFormReader {
    /** What people call characters that are hard to see, or to write. */
    private static final Map<String, String> NAMES =
            Map.of("comma", ",", "semicolon", ";", "tab", "\t", "bar", "|", "pipe", "|", "space", " ", "blank", " ");

    private TextFormReader() {}

    static TableForm read(Section section) {
        TableForm.Text usual = TableForm.USUAL;
        String separator = section.text("separator", usual.separator());
        String quote = section.text("quote", usual.quote());
        String comment = section.text("comment", usual.comment());
        String encoding = section.text("encoding", usual.encoding());
        return section.build(
                usual, () -> new TableForm.Text(NAMES.getOrDefault(separator, separator), quote, comment, encoding));
    }
}
