package nightsweep.experiments.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Files of one JSON object in several lines, the same bytes for the same object, with a {@link Seal}. */
public final class SealedJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();
    private static final ObjectReader VALUES = JSON.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
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
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException if it is damaged */
    static JsonPart read(byte[] text) {
        return read(text, JSON::readTree);
    }

    /**
     * The same, but a field of the objects in one of its lists is an empty list: what is passed over is not made into
     * anything.
     *
     * @throws IllegalArgumentException if it is damaged
     */
    static JsonPart without(String list, String field, byte[] text) {
        return read(text, json -> {
            try (JsonParser parser = JSON.createParser(json)) {
                var ignored = parser.nextToken();
                return object(
                        parser,
                        name -> name.equals(list) && parser.currentToken() == JsonToken.START_ARRAY
                                ? items(parser, field)
                                : whole(parser));
            }
        });
    }

    /** Makes a tree of the value of a field, at which the parser stands. */
    private interface Value {
        JsonNode of(String name) throws IOException;
    }

    private static ObjectNode object(JsonParser parser, Value value) throws IOException {
        ObjectNode object = JSON.createObjectNode();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            var ignored = parser.nextToken();
            object.set(name, value.of(name));
        }
        return object;
    }

    private static ArrayNode items(JsonParser parser, String field) throws IOException {
        ArrayNode items = JSON.createArrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(
                    parser.currentToken() == JsonToken.START_OBJECT
                            ? object(parser, name -> name.equals(field) ? nothing(parser) : whole(parser))
                            : whole(parser));
        }
        return items;
    }

    private static JsonNode whole(JsonParser parser) throws IOException {
        return VALUES.readValue(parser, JsonNode.class);
    }

    private static JsonNode nothing(JsonParser parser) throws IOException {
        parser.skipChildren();
        return JSON.createArrayNode();
    }

    /** Makes a tree of a file. */
    private interface Reading {
        JsonNode tree(byte[] json) throws IOException;
    }

    private static JsonPart read(byte[] text, Reading reading) {
        Seal.verify(text);
        try {
            return JsonPart.root(reading.tree(text));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new IllegalArgumentException("it is damaged in line " + line + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("it is damaged: it is no text in UTF-8.", e);
        }
    }
}
