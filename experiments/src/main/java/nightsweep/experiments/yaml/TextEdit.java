package nightsweep.experiments.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Changes one value in YAML text and leaves the rest as it is written, comments too, so that its lines are still those
 * that its author knows. Unusual layouts can come out wrong: read the result before trusting it.
 */
final class TextEdit {
    private TextEdit() {}

    /**
     * {@code text} with what {@code wanted} has at {@code path}.
     *
     * @param root the nodes of {@code text}
     */
    static String of(String text, Node root, List<String> path, Tree wanted) {
        Node node = root;
        Tree target = wanted;
        for (String key : path) {
            Node child = child(node, key);
            if (child == null && node instanceof MappingNode mapping) {
                return inserted(text, mapping, FlowText.entry(key, step(target, key)));
            } else if (child == null) {
                break;
            }
            node = child;
            target = step(target, key);
        }
        return replaced(text, node, FlowText.of(target));
    }

    private static Tree step(Tree tree, String key) {
        Tree child = null;
        if (tree instanceof Tree.Mapping mapping) {
            child = mapping.entries().get(key);
        } else if (tree instanceof Tree.Sequence sequence) {
            child = sequence.items().get(Integer.parseInt(key));
        }
        if (child == null) {
            throw new AssertionError(tree + " has no " + key);
        }
        return child;
    }

    private static @Nullable Node child(Node node, String key) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key)) {
                    return tuple.getValueNode();
                }
            }
        } else if (node instanceof SequenceNode sequence) {
            return sequence.getValue().get(Integer.parseInt(key));
        }
        return null;
    }

    private static String replaced(String text, Node node, String value) {
        int start = text.offsetByCodePoints(0, node.getStartMark().getIndex());
        int end = end(text, node);
        String space = start > 0 && text.charAt(start - 1) == ':' ? " " : "";
        return text.substring(0, start) + space + value + text.substring(end);
    }

    private static String inserted(String text, MappingNode mapping, String entry) {
        if (mapping.getFlowStyle() == FlowStyle.FLOW) {
            int bracket = end(text, mapping) - 1;
            String before = text.substring(0, bracket).stripTrailing();
            return before + (mapping.getValue().isEmpty() ? "" : ", ") + entry + text.substring(bracket);
        }
        int end = end(text, mapping);
        int line = text.indexOf('\n', end);
        int at = line < 0 ? text.length() : line;
        return text.substring(0, at) + "\n" + " ".repeat(mapping.getStartMark().getColumn()) + entry
                + text.substring(at);
    }

    /** The end of what is written: a block's own mark is only where the next thing starts. */
    private static int end(String text, Node node) {
        if (node instanceof CollectionNode<?> block && block.getFlowStyle() == FlowStyle.BLOCK) {
            Object last = block.getValue().get(block.getValue().size() - 1);
            return end(text, last instanceof NodeTuple tuple ? tuple.getValueNode() : (Node) last);
        }
        int end = text.offsetByCodePoints(0, node.getEndMark().getIndex());
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }
}
