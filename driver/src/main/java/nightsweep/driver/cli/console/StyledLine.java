package nightsweep.driver.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import nightsweep.driver.table.DisplayText;
import picocli.CommandLine.Help.Ansi.Style;

/** A line of differently coloured parts, which is cut as a whole. */
final class StyledLine {
    private final List<Part> parts = new ArrayList<>();

    private record Part(String text, List<Style> styles) {}

    StyledLine add(String text, Style... styles) {
        parts.add(new Part(text, List.of(styles)));
        return this;
    }

    /**
     * The line in at most {@code width} columns.
     *
     * @param legible what its text becomes on this screen
     */
    String text(int width, Screen.Colours colours, UnaryOperator<String> legible) {
        StringBuilder line = new StringBuilder();
        int left = width;
        for (Part part : parts) {
            String whole = legible.apply(DisplayText.of(part.text()));
            String text = DisplayText.width(whole) <= left
                    ? whole
                    : DisplayText.cut(whole, left, "").stripTrailing();
            left -= DisplayText.width(text);
            boolean plain = colours == Screen.Colours.NONE || text.isEmpty();
            if (!plain) {
                part.styles().forEach(style -> line.append(style.on()));
            }
            line.append(text);
            if (!plain && !part.styles().isEmpty()) {
                line.append(Style.reset.on());
            }
        }
        return line.toString();
    }
}
