package nightsweep.experiments.yaml;

import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** YAML on one line. */
public final class FlowText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.$+/-][A-Za-z0-9_.$+/%-]*");
    private static final int LONGEST = 60;

    private FlowText() {}

    /** The shortest YAML text of {@code tree} that fits anywhere, such as <code>{adam: {beta1: 0.8}}</code>. */
    public static String of(Tree tree) {
        if (tree instanceof Tree.Scalar scalar) {
            return scalar(scalar);
        } else if (tree instanceof Tree.Sequence sequence) {
            return sequence.items().stream().map(FlowText::of).collect(Collectors.joining(", ", "[", "]"));
        } else if (tree instanceof Tree.Mapping mapping) {
            return mapping.entries().entrySet().stream()
                    .map(entry -> entry(entry.getKey(), entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        throw new AssertionError(tree);
    }

    /** One entry of a mapping: {@code beta1: 0.8}. */
    static String entry(String key, Tree value) {
        return quotedWhereNeeded(key) + ": " + of(value);
    }

    private static String scalar(Tree.Scalar scalar) {
        if (scalar.isNothing()) {
            return "null";
        }
        return scalar.quotes() == Tree.Quotes.WITH ? quoted(scalar.text()) : quotedWhereNeeded(scalar.text());
    }

    /** {@code text} in a message: on one line, and not too long. */
    public static String abbreviated(String text) {
        String line = onOneLine(text);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }

    static String onOneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static String quotedWhereNeeded(String text) {
        return PLAIN.matcher(text).matches() && !text.equals("-") ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c < ' ' || (c > '~' && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
                quoted.append("\\u").append(HexFormat.of().toHexDigits((char) c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
