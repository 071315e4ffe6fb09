package nightsweep.driver.cli;

import java.nio.charset.Charset;
import java.util.Map;
import nightsweep.driver.table.Sparkline;
import nightsweep.experiments.Checks;

/**
 * What console messages are shown on.
 *
 * @param kind whether a line can be written over
 * @param width characters a line, 1 or more
 * @param charset what its characters are written in
 */
public record Screen(Kind kind, int width, Charset charset) {
    private static final int USUAL_WIDTH = 80;

    public Screen {
        Checks.positive("width", width);
    }

    /** Whether a line can be written over. */
    public enum Kind {
        TERMINAL,
        /** A pipe, a file, or a terminal that only prints. */
        LINES
    }

    /**
     * The screen of a process with these environment variables.
     *
     * @param attached whether a console is attached to it
     */
    static Screen of(Map<String, String> variables, Kind attached, Charset charset) {
        boolean plain = "dumb".equals(variables.getOrDefault("TERM", ""));
        return new Screen(plain ? Kind.LINES : attached, width(variables.getOrDefault("COLUMNS", "")), charset);
    }

    boolean terminal() {
        return kind == Kind.TERMINAL;
    }

    /** {@code text} in characters that it can show. */
    String legible(String text) {
        if (charset.newEncoder().canEncode("·…" + Sparkline.BARS)) {
            return text;
        }
        String legible = text.replace("·", "|").replace("…", "...");
        for (int i = 0; i < Sparkline.BARS.length(); i++) {
            legible = legible.replace(Sparkline.BARS.charAt(i), Sparkline.PLAIN_BARS.charAt(i));
        }
        return legible;
    }

    private static int width(String columns) {
        return columns.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    }
}
