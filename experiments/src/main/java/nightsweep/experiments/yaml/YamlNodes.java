package nightsweep.experiments.yaml;

import java.io.StringReader;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** Text as SnakeYAML's nodes, which have marks; its values are never built, so that no file chooses a class. */
final class YamlNodes {
    static final int DEPTH_LIMIT = 40;
    private static final int CODE_POINT_LIMIT = 1 << 20;
    private static final int ALIAS_LIMIT = 100;

    private YamlNodes() {}

    /** The only document in {@code text}, or null where there is none or it is not YAML, which is a problem. */
    static @Nullable Node compose(String text, Place place, Problems problems) {
        // SnakeYAML looks at its own limit between tokens, and takes the square of a token's length to read it.
        int characters = text.codePointCount(0, text.length());
        if (characters > CODE_POINT_LIMIT) {
            problems.add(
                    place,
                    String.format(
                            Locale.ROOT,
                            "it is too large: at most %,d characters are read, but it has %,d.",
                            CODE_POINT_LIMIT,
                            characters));
            return null;
        }
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(CODE_POINT_LIMIT);
        options.setMaxAliasesForCollections(ALIAS_LIMIT);
        options.setNestingDepthLimit(DEPTH_LIMIT);
        try {
            Node node = new Yaml(options).compose(new StringReader(text));
            if (node == null) {
                problems.add(place, "it is empty.");
            }
            return node;
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            int line = mark == null || !place.key().isEmpty() ? place.line() : mark.getLine() + 1;
            problems.add(new Place(line, place.key()), "it is not YAML: " + sentence(e.getProblem()));
        } catch (ReaderException e) {
            int line = 1
                    + (int) text.codePoints()
                            .limit(Math.max(0, e.getPosition()))
                            .filter(c -> c == '\n')
                            .count();
            problems.add(
                    new Place(line, place.key()),
                    "it is not text: it has the character U+" + Integer.toHexString(e.getCodePoint()) + ".");
        } catch (RuntimeException e) {
            // Limits come as plain YAMLException; a few slips of the scanner as whatever Java threw.
            problems.add(place, "it is not YAML: " + sentence(e.getMessage()));
        }
        return null;
    }

    private static String sentence(@Nullable String problem) {
        String text = problem == null || problem.isBlank() ? "nothing more is known" : FlowText.onOneLine(problem);
        return text.endsWith(".") ? text : text + ".";
    }
}
