package nightsweep.driver.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nightsweep.experiments.json.SealedJson;

/**
 * What a bundle says of itself, the last of its files.
 *
 * @param sweep its name, which is that of the folder that it unpacks to
 * @param data what its trials were trained on, each once
 * @param files all others, each name once
 */
record Manifest(String sweep, List<BundledData> data, List<BundledFile> files) {
    /** The manifest's own name. */
    static final String NAME = "bundle.json";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    Manifest {
        data = List.copyOf(data);
        files = List.copyOf(files);
        if (sweep.contains("/") || !BundledFile.sound(sweep)) {
            throw new IllegalArgumentException("the name \"" + sweep + "\" could lead out of a folder.");
        }
        Set<String> names = new HashSet<>();
        for (BundledFile file : files) {
            if (!names.add(file.name()) || file.name().equals(NAME)) {
                throw new IllegalArgumentException("\"" + file.name() + "\" is in it twice.");
            }
        }
    }

    String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("sweep", sweep);
        ArrayNode sets = root.putArray("data");
        data.forEach(one -> sets.addObject().put("dataset", one.dataset()).put("checksum", one.checksum()));
        ArrayNode all = root.putArray("files");
        files.forEach(file -> all.addObject()
                .put("name", file.name())
                .put("bytes", file.bytes())
                .put("sha256", file.sha256())
                .put("at", file.at())
                .put("packed", file.packed()));
        return SealedJson.unsealed(root);
    }

    /** @throws IllegalArgumentException if it is none: the message is half a sentence that says why */
    static Manifest of(String json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            List<BundledData> data = new ArrayList<>();
            for (JsonNode one : root.path("data")) {
                data.add(new BundledData(text(one, "dataset"), text(one, "checksum")));
            }
            List<BundledFile> files = new ArrayList<>();
            for (JsonNode one : root.path("files")) {
                files.add(new BundledFile(
                        text(one, "name"),
                        count(one, "at"),
                        count(one, "packed"),
                        count(one, "bytes"),
                        text(one, "sha256")));
            }
            return new Manifest(text(root, "sweep"), data, files);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("its list of files is no JSON.", e);
        }
    }

    private static String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("its list of files lacks a " + key + ".");
        }
        return value.textValue();
    }

    private static long count(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException("its list of files lacks a number: " + key + ".");
        }
        return value.longValue();
    }
}
