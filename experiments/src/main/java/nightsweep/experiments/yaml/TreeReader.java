package nightsweep.experiments.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML text into a {@link Tree}. */
public final class TreeReader {
    /** Far above any grid that is allowed; aliases of aliases would otherwise grow without end. */
    private static final int VALUE_LIMIT = 500_000;

    private static final Set<Tag> TAGS =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE, Tag.SEQ, Tag.MAP);

    private final Problems problems;
    private int values;

    private TreeReader(Problems problems) {
        this.problems = problems;
    }

    /** The tree of {@code text}; {@link Tree.Unknown} where there is a problem with all of it. */
    public static Tree read(String text, Place place, Problems problems) {
        Node node = YamlNodes.compose(text, place, problems);
        return node == null ? new Tree.Unknown(place) : new TreeReader(problems).tree(node, place, 0);
    }

    private Tree tree(Node node, Place place, int depth) {
        if (++values > VALUE_LIMIT || depth > YamlNodes.DEPTH_LIMIT) {
            // Said once, for the file: how far the tree grew before is of no interest.
            problems.add(new Place(0, ""), "it is too large: its aliases (*) repeat too much, or contain themselves.");
            return new Tree.Unknown(place);
        }
        if (!TAGS.contains(node.getTag())) {
            problems.add(place, "tags such as " + node.getTag() + " have no meaning here.");
            return new Tree.Unknown(place);
        }
        if (node instanceof ScalarNode scalar) {
            Tree.Quotes quotes = scalar.getScalarStyle() == ScalarStyle.PLAIN ? Tree.Quotes.WITHOUT : Tree.Quotes.WITH;
            return new Tree.Scalar(place, scalar.getValue(), quotes);
        } else if (node instanceof SequenceNode sequence) {
            return sequence(sequence, place, depth);
        } else if (node instanceof MappingNode mapping) {
            return mapping(mapping, place, depth);
        }
        throw new AssertionError(node);
    }

    private Tree sequence(SequenceNode node, Place place, int depth) {
        List<Tree> items = new ArrayList<>();
        for (Node item : node.getValue()) {
            items.add(tree(item, place.child(line(item, place), String.valueOf(items.size())), depth + 1));
        }
        return new Tree.Sequence(place, items);
    }

    private Tree mapping(MappingNode node, Place place, int depth) {
        Map<String, Tree> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            int line = line(tuple.getKeyNode(), place);
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(new Place(line, place.key()), "a key must be a text, but got a list or a mapping.");
                continue;
            }
            Place at = place.child(line, key.getValue());
            if (entries.containsKey(key.getValue())) {
                int first = entries.get(key.getValue()).place().line();
                problems.add(
                        at,
                        "\"" + FlowText.abbreviated(key.getValue()) + "\" was already given in line " + first + ".");
                continue;
            }
            entries.put(key.getValue(), tree(tuple.getValueNode(), at, depth + 1));
        }
        return new Tree.Mapping(place, entries);
    }

    private static int line(Node node, Place parent) {
        return parent.line() == 0 && !parent.key().isEmpty()
                ? 0
                : node.getStartMark().getLine() + 1;
    }
}
