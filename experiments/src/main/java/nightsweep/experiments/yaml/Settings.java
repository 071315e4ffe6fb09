package nightsweep.experiments.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Puts {@code path=value} into a sweep file's text: {@code training.epochs=2}, {@code network.0.dense.units=64}. */
public final class Settings {
    /** Keys whose value may be a name instead of a mapping, and the key of that mapping which the name stands for. */
    private static final Map<String, String> SHORT_FORMS =
            Map.of("dataset", "name", "learning-rate", "initial", "objective", "metric");

    private static final Place FILE = new Place(0, "");

    private final Problems problems;

    public Settings(Problems problems) {
        this.problems = problems;
    }

    /** {@code text} with {@code setting} put in; unchanged where there is a problem. */
    public String apply(String text, String setting) {
        Place place = new Place(0, "--set " + FlowText.abbreviated(setting));
        int equals = setting.indexOf('=');
        List<String> path =
                List.of(setting.substring(0, Math.max(0, equals)).strip().split("\\.", -1));
        if (equals < 0 || path.contains("")) {
            problems.add(place, "a setting is a path, = and a value, such as training.epochs=2.");
            return text;
        }
        Tree value = TreeReader.read(setting.substring(equals + 1), place, problems);
        return value instanceof Tree.Unknown ? text : put(text, path, value, place);
    }

    /** {@code text} with {@code value} at {@code path}. */
    public String put(String text, List<String> path, Tree value, Place place) {
        int before = problems.complaints();
        Tree tree = TreeReader.read(text, FILE, problems);
        Node root = problems.complaints() > before ? null : YamlNodes.compose(text, FILE, problems);
        if (root == null) {
            return text;
        }
        Optional<Tree> changed = with(tree, path, value, place);
        if (changed.isEmpty()) {
            return text;
        }
        String edited = TextEdit.of(text, root, path, changed.get());
        if (!same(edited, changed.get())) {
            problems.add(
                    place, "it cannot be put into this file, for its anchors or its layout. Change the file instead.");
            return text;
        }
        return edited;
    }

    /** Editing text is only believed where the text reads as what was meant. */
    private static boolean same(String edited, Tree expected) {
        Problems unread = new Problems();
        Tree tree = TreeReader.read(edited, FILE, unread);
        return unread.complaints() == 0 && FlowText.of(tree).equals(FlowText.of(expected));
    }

    private Optional<Tree> with(Tree tree, List<String> path, Tree value, Place place) {
        if (path.isEmpty()) {
            return Optional.of(value);
        }
        String key = path.get(0);
        List<String> rest = path.subList(1, path.size());
        if (tree instanceof Tree.Mapping mapping) {
            Tree child = mapping.entries().get(key);
            Optional<Tree> changed = child == null ? Optional.of(nested(rest, value)) : with(child, rest, value, place);
            return changed.map(present -> with(mapping, key, present));
        } else if (tree instanceof Tree.Sequence sequence) {
            return withItem(sequence, key, rest, value, place);
        } else if (tree instanceof Tree.Scalar scalar) {
            return instead(scalar, path, value, place);
        }
        throw new AssertionError(tree);
    }

    private static Tree with(Tree.Mapping mapping, String key, Tree value) {
        Map<String, Tree> entries = new LinkedHashMap<>(mapping.entries());
        entries.put(key, value);
        return new Tree.Mapping(mapping.place(), entries);
    }

    private Optional<Tree> withItem(Tree.Sequence sequence, String key, List<String> rest, Tree value, Place place) {
        int count = sequence.items().size();
        if (!key.matches("[0-9]{1,9}") || Integer.parseInt(key) >= count) {
            problems.add(
                    place,
                    where(sequence) + " is a list of " + count + ": its items are numbered from 0, but got \"" + key
                            + "\".");
            return Optional.empty();
        }
        int index = Integer.parseInt(key);
        return with(sequence.items().get(index), rest, value, place).map(changed -> {
            List<Tree> items = new ArrayList<>(sequence.items());
            items.set(index, changed);
            return new Tree.Sequence(sequence.place(), items);
        });
    }

    /** A mapping in place of a scalar: of nothing, or where the scalar is the short form of one. */
    private Optional<Tree> instead(Tree.Scalar scalar, List<String> path, Tree value, Place place) {
        if (scalar.isNothing() || scalar.text().equals(path.get(0))) {
            return Optional.of(nested(path, value));
        }
        String stoodFor = SHORT_FORMS.get(scalar.place().name());
        if (stoodFor == null) {
            problems.add(place, where(scalar) + " is " + scalar.found() + " and has no keys. Set all of it.");
            return Optional.empty();
        }
        Tree.Mapping written = new Tree.Mapping(scalar.place(), Map.of(stoodFor, scalar));
        return with(written, path, value, place);
    }

    private static Tree nested(List<String> path, Tree value) {
        return path.isEmpty()
                ? value
                : new Tree.Mapping(value.place(), Map.of(path.get(0), nested(path.subList(1, path.size()), value)));
    }

    private static String where(Tree tree) {
        return tree.place().key().isEmpty() ? "the file" : tree.place().key();
    }
}
