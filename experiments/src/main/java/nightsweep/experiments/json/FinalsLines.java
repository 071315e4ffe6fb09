package nightsweep.experiments.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import nightsweep.experiments.sweep.FinalsRound;
import nightsweep.experiments.sweep.TrialId;

/** What finalists were granted, a line of JSON each, in order. */
public final class FinalsLines {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private FinalsLines() {}

    /** One round. */
    public static String line(FinalsRound round) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (round.choice()) {
            json.put("compared", round.compared()).put("finalists", round.finalists());
        }
        json.put("repeats", round.repeats());
        ArrayNode ids = json.putArray("trials");
        round.firsts().forEach(id -> ids.add(id.text()));
        return json.toString();
    }

    /**
     * The rounds of some lines, in order.
     *
     * @throws IllegalArgumentException where a line is none of these, with its number
     */
    public static List<FinalsRound> rounds(List<String> lines) {
        List<FinalsRound> rounds = new ArrayList<>();
        for (String line : lines) {
            try {
                JsonNode json = MAPPER.readTree(line);
                List<TrialId> ids = new ArrayList<>();
                json.path("trials").forEach(id -> ids.add(new TrialId(id.asText())));
                rounds.add(new FinalsRound(
                        json.path("compared").asInt(),
                        json.path("finalists").asInt(),
                        json.path("repeats").asInt(),
                        ids));
            } catch (JsonProcessingException | IllegalArgumentException e) {
                throw new IllegalArgumentException("line " + (rounds.size() + 1) + " grants no repeats.", e);
            }
        }
        return rounds;
    }
}
