package nightsweep.experiments.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nightsweep.experiments.search.Proposal;
import nightsweep.experiments.search.space.Point;
import nightsweep.experiments.sweep.TrialId;

/** What a search proposed, a line of JSON each, in order. */
public final class ProposalLines {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern NUMBER = Pattern.compile("\\{\"proposal\":([0-9]{1,9}),");

    private ProposalLines() {}

    /** A proposal and its trials, one a repeat. */
    public static String line(Proposal proposal, List<TrialId> trials) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("proposal", proposal.number())
                .put("made", proposal.made().label())
                .put("settled", proposal.settled());
        proposal.epoch().ifPresent(epoch -> json.put("epoch", epoch));
        ArrayNode ids = json.putArray("trials");
        trials.forEach(id -> ids.add(id.text()));
        ObjectNode configuration = json.putObject("configuration");
        proposal.point().values().forEach(configuration::put);
        return json.toString();
    }

    /**
     * The proposals of some lines, in order.
     *
     * @throws IllegalArgumentException where a line is none of these, with its number
     */
    public static List<Proposal> proposals(List<String> lines) {
        List<Proposal> proposals = new ArrayList<>();
        for (String line : lines) {
            try {
                JsonNode json = MAPPER.readTree(line);
                JsonNode values = json.path("configuration");
                int number = proposals.size() + 1;
                Optional<Proposal.Made> made = Stream.of(Proposal.Made.values())
                        .filter(one -> one.label().equals(json.path("made").asText()))
                        .findFirst();
                if (json.path("proposal").asInt() != number || values.isEmpty() || made.isEmpty()) {
                    throw damaged(number);
                }
                Map<String, String> point = new LinkedHashMap<>();
                values.properties()
                        .forEach(value ->
                                point.put(value.getKey(), value.getValue().asText()));
                proposals.add(new Proposal(
                        number,
                        new Point(point),
                        made.get(),
                        json.path("settled").asInt(),
                        json.has("epoch") ? OptionalInt.of(json.path("epoch").asInt()) : OptionalInt.empty()));
            } catch (JsonProcessingException e) {
                throw damaged(proposals.size() + 1);
            }
        }
        return proposals;
    }

    /**
     * The lines of one text and those that come after them of another, which may begin with some of the same. A last line
     * that is not ended was being written, and is left out.
     *
     * @throws IllegalArgumentException where lines between them are missing
     */
    public static List<String> joined(String first, String latest) {
        List<String> lines = new ArrayList<>(ended(first));
        List<String> more = ended(latest);
        if (more.isEmpty()) {
            return lines;
        }
        Matcher number = NUMBER.matcher(more.get(0));
        int same = number.lookingAt() ? lines.size() + 1 - Integer.parseInt(number.group(1)) : -1;
        if (same < 0) {
            throw damaged(lines.size() + 1);
        }
        lines.addAll(more.subList(Math.min(same, more.size()), more.size()));
        return lines;
    }

    private static List<String> ended(String text) {
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private static IllegalArgumentException damaged(int line) {
        return new IllegalArgumentException("line " + line + " is no proposal " + line + ".");
    }
}
