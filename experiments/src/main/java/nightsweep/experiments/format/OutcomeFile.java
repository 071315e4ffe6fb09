package nightsweep.experiments.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import nightsweep.experiments.outcome.TrialOutcome;

/**
 * The outcome file: JSON of several lines, the same bytes for the same outcome. Doubles come back exactly, those that
 * are not finite written as {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}.
 */
public final class OutcomeFile {
    static final int FORMAT = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final ObjectWriter WRITER =
            JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private OutcomeFile() {}

    /** The content of a file for {@code outcome}. */
    public static String write(TrialOutcome outcome) {
        try {
            return WRITER.writeValueAsString(OutcomeWriter.json(outcome)) + "\n";
        } catch (JsonProcessingException e) {
            throw new AssertionError("A tree of numbers and texts is always written.", e);
        }
    }

    /**
     * The outcome in a file.
     *
     * @param json the file's content
     * @param where its name, for messages
     * @throws OutcomeFileException if it is damaged, or of a version that is not known
     */
    public static TrialOutcome read(String json, String where) throws OutcomeFileException {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new OutcomeFileException(where, "it is damaged in line " + line + ": " + e.getOriginalMessage());
        }
        try {
            return OutcomeReader.outcome(new JsonPart(root, ""));
        } catch (IllegalArgumentException e) {
            throw new OutcomeFileException(where, String.valueOf(e.getMessage()));
        }
    }
}
