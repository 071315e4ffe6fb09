package nightsweep.experiments.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** Maps, lists, records, words and numbers as JSON, for programs that read what a command says. */
public final class PlainJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PlainJson() {}

    /** One object over several lines, its keys in the order of {@code entries}; numbers must be finite. */
    public static String text(Map<String, ?> entries) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(entries);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Plain values can always be written.", e);
        }
    }
}
