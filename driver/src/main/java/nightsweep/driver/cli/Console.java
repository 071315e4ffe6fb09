package nightsweep.driver.cli;

import java.io.PrintWriter;
import java.util.List;
import nightsweep.experiments.Redaction;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Where commands tell what they have to tell: results to standard output, all else to standard error. Any thread may
 * use it.
 */
public final class Console {
    private static final String ESCAPE = "\u001b[";

    private final PrintWriter out;
    private final PrintWriter err;
    private final Screen screen;
    private int statusLines;

    /**
     * @param screen what standard error is shown on
     */
    public Console(PrintWriter out, PrintWriter err, Screen screen) {
        this.out = out;
        this.err = err;
        this.screen = screen;
    }

    /** Tells a result. */
    public synchronized void say(String text) {
        clearStatus();
        out.println(screen.legible(Redaction.ofUris(text)));
        out.flush();
    }

    /** Tells what is going on. */
    public synchronized void note(String text) {
        clearStatus();
        err.println(screen.legible(Redaction.of(text)));
        err.flush();
    }

    /** Tells what may be a mistake. */
    public void warn(String text) {
        note(styled("warning:", Style.fg_yellow) + " " + text);
    }

    /** Tells why a command cannot be carried out. */
    public void fail(String text) {
        note(styled("nightsweep:", Style.fg_red) + " " + text);
    }

    /** Tells how far a run has come: in place of the last status in a terminal, else in a line of its own. */
    public synchronized void status(StatusLine status) {
        if (screen.terminal()) {
            List<String> lines = StatusBlock.lines(status, screen.width() - 1, screen.colours(), screen::legible);
            err.print(erased() + String.join("\n", lines));
            statusLines = lines.size();
        } else {
            err.println(screen.legible(status.text()));
        }
        err.flush();
    }

    /** Leaves the last status standing. */
    public synchronized void endStatus() {
        if (statusLines > 0) {
            err.println();
            err.flush();
            statusLines = 0;
        }
    }

    /** Characters a line. */
    public int width() {
        return screen.width();
    }

    /** Whether a status is written over the last one. */
    public boolean renewsStatus() {
        return screen.terminal();
    }

    /** Whether help is coloured. */
    Screen.Colours colours() {
        return screen.colours();
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    private void clearStatus() {
        if (statusLines > 0) {
            err.print(erased());
            err.flush();
            statusLines = 0;
        }
    }

    /** Goes back to where the last status began, and takes away what stands from there on. */
    private String erased() {
        String up = statusLines > 1 ? ESCAPE + (statusLines - 1) + "A" : "";
        return "\r" + up + (statusLines > 0 ? ESCAPE + "J" : "");
    }

    private String styled(String text, Style style) {
        return screen.colours() == Screen.Colours.ANSI ? style.on() + text + Style.reset.on() : text;
    }
}
