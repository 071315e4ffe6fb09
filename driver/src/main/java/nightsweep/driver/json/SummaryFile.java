package nightsweep.driver.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The file {@code summary.json}: keys in kebab case, in a fixed order, lines ended by line feeds. */
public final class SummaryFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private SummaryFile() {}

    /** The file's text. */
    public static String text(SweepSummary summary) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(INDENT);
        printer.indentArraysWith(INDENT);
        try {
            return MAPPER.writer(printer).writeValueAsString(tree(summary)) + "\n";
        } catch (JsonProcessingException e) {
            throw new AssertionError("A tree of plain values can always be written.", e);
        }
    }

    private static ObjectNode tree(SweepSummary summary) {
        ObjectNode root = MAPPER.createObjectNode().put("name", summary.name());
        root.putObject("objective")
                .put("metric", summary.objective().metric().label())
                .put("goal", summary.objective().goal().label())
                .put("measured-on", summary.measuredOn());
        SweepSummary.Totals totals = summary.totals();
        root.putObject("totals")
                .put("planned", totals.planned())
                .put("completed", totals.completed())
                .put("stopped", totals.stopped())
                .put("diverged", totals.diverged())
                .put("failed", totals.failed())
                .put("not-run", totals.notRun());
        ArrayNode trials = root.putArray("best-trials");
        summary.bestTrials().forEach(best -> add(trials.addObject(), best));
        ArrayNode configurations = root.putArray("best-configurations");
        summary.bestConfigurations().forEach(best -> add(configurations.addObject(), best));
        texts(root.putArray("tables"), summary.tables());
        texts(root.putArray("notes"), summary.notes());
        return root;
    }

    private static void add(ObjectNode node, SweepSummary.BestTrial best) {
        node.put("trial", best.number())
                .put("id", best.id().text())
                .put("configuration", best.configuration())
                .put("label", best.label())
                .put("repeat", best.repeat());
        best.fold().ifPresent(fold -> node.put("fold", fold));
        node.put("objective", best.objective());
    }

    private static void add(ObjectNode node, SweepSummary.BestConfiguration best) {
        node.put("configuration", best.number()).put("label", best.label()).put("objective", best.objective());
        if (best.deviation().isPresent()) {
            node.put("deviation", best.deviation().getAsDouble());
        }
        node.put("completed", best.completed()).put("planned", best.planned()).put("ties", best.ties());
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
