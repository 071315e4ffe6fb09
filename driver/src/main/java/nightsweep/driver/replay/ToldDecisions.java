package nightsweep.driver.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nightsweep.experiments.search.Proposal;
import nightsweep.experiments.sweep.FinalsRound;
import nightsweep.experiments.sweep.TrialId;

/** Decisions in words. */
final class ToldDecisions {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ToldDecisions() {}

    static String proposal(Proposal proposal, List<TrialId> trials) {
        String how = switch (proposal.made()) {
            case START -> "to be tried first";
            case DRAWN -> "drawn";
            case MODEL -> "by a model of " + proposal.settled() + " results";
        };
        String values = proposal.point().values().entrySet().stream()
                .map(value -> value.getKey() + " " + value.getValue())
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "proposal %d, %s: %s (%s)",
                proposal.number(),
                how,
                values,
                trials.stream().map(TrialId::text).collect(Collectors.joining(", ")));
    }

    /** @param line of {@code rungs.jsonl} */
    static String rung(String line) {
        try {
            JsonNode json = MAPPER.readTree(line);
            if (json.has("control")) {
                return "control group, trained to the end: " + joined(json.path("control"), JsonNode::asText);
            }
            return String.format(
                    Locale.ROOT,
                    "rung %d, epoch %d, of the first %d: %s %s on",
                    json.path("rung").asInt(),
                    json.path("epoch").asInt(),
                    json.path("compared").asInt(),
                    joined(
                            json.path("promoted"),
                            one -> one.path("trial").asText() + " (loss "
                                    + one.path("loss").asText() + ")"),
                    json.path("promoted").size() == 1 ? "goes" : "go");
        } catch (JsonProcessingException e) {
            return line;
        }
    }

    static String finals(FinalsRound round) {
        String trials = round.firsts().stream().map(TrialId::text).collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                round.choice() ? "finalists, the best of %2$d, in %1$d repeats: %3$s" : "up to %1$d repeats: %3$s",
                round.repeats(),
                round.compared(),
                trials);
    }

    private static String joined(JsonNode all, Function<JsonNode, String> words) {
        return StreamSupport.stream(all.spliterator(), false).map(words).collect(Collectors.joining(", "));
    }
}
