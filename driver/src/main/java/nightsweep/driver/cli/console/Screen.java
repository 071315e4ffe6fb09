package nightsweep.driver.cli.console;

import java.nio.charset.Charset;
import java.util.Map;
import nightsweep.driver.table.Sparkline;
import nightsweep.experiments.Checks;
import picocli.CommandLine.Help;

/**
 * What console messages are shown on.
 *
 * @param kind whether a line can be written over
 * @param width characters a line, 1 or more
 * @param charset what its characters are written in
 */
public record Screen(Kind kind, int width, Charset charset, Colours colours) {
    private static final String DRAWN = "·…█░" + Sparkline.BARS;

    private static final int USUAL_WIDTH = 80;

    public Screen {
        Checks.positive("width", width);
    }

    /** A screen without colours. */
    public Screen(Kind kind, int width, Charset charset) {
        this(kind, width, charset, Colours.NONE);
    }

    /** Whether text is coloured. */
    public enum Colours {
        ANSI,
        NONE;

        public Help.Ansi ansi() {
            return this == ANSI ? Help.Ansi.ON : Help.Ansi.OFF;
        }
    }

    /** Whether a line can be written over. */
    public enum Kind {
        TERMINAL,
        /** A pipe, a file, or a terminal that only prints. */
        LINES
    }

    /**
     * The screen of a process with these environment variables. Colours are those of a terminal, unless NO_COLOR, or CLICOLOR
     * as 0, is against them; with CLICOLOR_FORCE everything is coloured.
     *
     * @param attached whether a console is attached to it
     */
    public static Screen of(Map<String, String> variables, Kind attached, Charset charset) {
        boolean plain = "dumb".equals(variables.getOrDefault("TERM", ""));
        Kind kind = plain ? Kind.LINES : attached;
        return new Screen(kind, width(variables.getOrDefault("COLUMNS", "")), charset, colours(variables, kind));
    }

    /** NO_COLOR comes first (no-color.org), then CLICOLOR_FORCE, then CLICOLOR (bixense.com/clicolors). */
    private static Colours colours(Map<String, String> variables, Kind kind) {
        String force = variables.getOrDefault("CLICOLOR_FORCE", "0");
        if (!variables.getOrDefault("NO_COLOR", "").isEmpty()) {
            return Colours.NONE;
        } else if (!force.isEmpty() && !force.equals("0")) {
            return Colours.ANSI;
        }
        boolean wanted = !variables.getOrDefault("CLICOLOR", "1").equals("0");
        return wanted && kind == Kind.TERMINAL ? Colours.ANSI : Colours.NONE;
    }

    boolean terminal() {
        return kind == Kind.TERMINAL;
    }

    /** {@code text} in characters that it can show. */
    String legible(String text) {
        if (charset.newEncoder().canEncode(DRAWN)) {
            return text;
        }
        String legible = text.replace("·", "|").replace("…", "...").replace("░", ".");
        for (int i = 0; i < Sparkline.BARS.length(); i++) {
            legible = legible.replace(Sparkline.BARS.charAt(i), Sparkline.PLAIN_BARS.charAt(i));
        }
        return legible;
    }

    private static int width(String columns) {
        return columns.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    }
}
