package nightsweep.driver.cli;

import java.io.PrintWriter;

/**
 * Where commands tell what they have to tell: results to standard output, all else to standard error. Any thread may
 * use it.
 */
public final class Console {
    private final PrintWriter out;
    private final PrintWriter err;
    private final Screen screen;
    private int statusWidth;

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
        out.println(screen.legible(text));
        out.flush();
    }

    /** Tells what is going on. */
    public synchronized void note(String text) {
        clearStatus();
        err.println(screen.legible(text));
        err.flush();
    }

    /** Tells what may be a mistake. */
    public void warn(String text) {
        note("warning: " + text);
    }

    /** Tells why a command cannot be carried out. */
    public void fail(String text) {
        note("nightsweep: " + text);
    }

    /** Tells how far a run has come: in place of the last status in a terminal, else in a line of its own. */
    public synchronized void status(StatusLine status) {
        String text = screen.legible(status.text());
        if (screen.terminal()) {
            String line = text.length() < screen.width() ? text : text.substring(0, screen.width() - 1);
            err.print("\r" + line + " ".repeat(Math.max(0, statusWidth - line.length())));
            statusWidth = line.length();
        } else {
            err.println(text);
        }
        err.flush();
    }

    /** Leaves the last status standing. */
    public synchronized void endStatus() {
        if (statusWidth > 0) {
            err.println();
            err.flush();
            statusWidth = 0;
        }
    }

    /** Characters a line. */
    public int width() {
        return screen.width();
    }

    /** Whether a status is written over the last one. */
    boolean renewsStatus() {
        return screen.terminal();
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    private void clearStatus() {
        if (statusWidth > 0) {
            err.print("\r" + " ".repeat(statusWidth) + "\r");
            err.flush();
            statusWidth = 0;
        }
    }
}
