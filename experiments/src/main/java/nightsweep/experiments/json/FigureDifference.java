package nightsweep.experiments.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nightsweep.experiments.outcome.TrialOutcome;

/**
 * A figure that two outcomes of one trial tell otherwise.
 *
 * @param name as it stands in the outcome file, such as {@code epochs.3.train-loss}; places in lists are counted from 1
 * @param first its value in the first, to the last digit; empty where it has none
 * @param second likewise
 */
public record FigureDifference(String name, String first, String second) {
    /** Who trained it, where and when: no figures. */
    private static final List<String> CIRCUMSTANCES = List.of("provenance", "timing");

    /** How many figures an outcome has. */
    public static int count(TrialOutcome outcome) {
        return leaves(OutcomeWriter.json(outcome).remove(CIRCUMSTANCES));
    }

    private static int leaves(JsonNode node) {
        int count = node.isContainerNode() ? 0 : 1;
        for (JsonNode child : node) {
            count += leaves(child);
        }
        return count;
    }

    /** Every figure that differs by a bit or more, in the order of the file. */
    public static List<FigureDifference> between(TrialOutcome first, TrialOutcome second) {
        List<FigureDifference> found = new ArrayList<>();
        ObjectNode one = OutcomeWriter.json(first).remove(CIRCUMSTANCES);
        ObjectNode other = OutcomeWriter.json(second).remove(CIRCUMSTANCES);
        compare("", one, other, found);
        return found;
    }

    private static void compare(String name, JsonNode first, JsonNode second, List<FigureDifference> found) {
        String start = name.isEmpty() ? "" : name + ".";
        if (first.isObject() && second.isObject()) {
            Set<String> fields = new LinkedHashSet<>();
            first.fieldNames().forEachRemaining(fields::add);
            second.fieldNames().forEachRemaining(fields::add);
            fields.forEach(field -> compare(start + field, first.path(field), second.path(field), found));
        } else if (first.isArray() && second.isArray()) {
            for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
                compare(start + (i + 1), first.path(i), second.path(i), found);
            }
        } else if (!first.equals(second)) {
            found.add(new FigureDifference(name, text(first), text(second)));
        }
    }

    private static String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asText() : node.isMissingNode() ? "" : node.toString();
    }
}
