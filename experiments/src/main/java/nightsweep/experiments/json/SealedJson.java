package nightsweep.experiments.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Files of one JSON object in several lines, the same bytes for the same object, with a {@link Seal}. */
public final class SealedJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();
    private static final ObjectWriter WRITER =
            JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private SealedJson() {}

    /** A file's content. */
    static String text(ObjectNode object) {
        return Seal.sealed(unsealed(object));
    }

    /** The same, for those who only look at it. */
    public static String unsealed(ObjectNode object) {
        try {
            return WRITER.writeValueAsString(object) + "\n";
        } catch (JsonProcessingException e) {
            throw new AssertionError("A tree of numbers and texts is always written.", e);
        }
    }

    /** @throws IllegalArgumentException if it is damaged */
    static JsonPart read(String text) {
        Seal.verify(text);
        try {
            return JsonPart.root(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new IllegalArgumentException("it is damaged in line " + line + ": " + e.getOriginalMessage(), e);
        }
    }
}
