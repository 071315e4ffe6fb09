package nightsweep.driver.cli.console;

import java.io.PrintWriter;
import java.util.List;
import nightsweep.driver.application.Interruption;
import nightsweep.driver.application.Listener;
import nightsweep.driver.application.RunProgress;
import nightsweep.driver.summary.Summary;
import nightsweep.experiments.Redaction;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Where commands tell what they have to tell: results to standard output, all else to standard error. Any thread may
 * use it.
 */
public final class Console implements Listener {
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

    @Override
    public synchronized void note(String text) {
        clearStatus();
        err.println(screen.legible(Redaction.of(text)));
        err.flush();
    }

    @Override
    public void warn(String text) {
        note(styled("warning:", Style.fg_yellow) + " " + text);
    }

    /** Tells why a command cannot be carried out. */
    public void fail(String text) {
        note(styled("nightsweep:", Style.fg_red) + " " + text);
    }

    /** Tells how far a run has come: in place of the last status in a terminal, else in a line of its own. */
    @Override
    public synchronized void progress(RunProgress progress) {
        if (screen.terminal()) {
            List<String> lines = StatusBlock.lines(progress, screen.width() - 1, screen.colours(), screen::legible);
            err.print(erased() + String.join("\n", lines));
            statusLines = lines.size();
        } else {
            err.println(screen.legible(ProgressText.line(progress)));
        }
        err.flush();
    }

    /** Leaves the last status standing. */
    @Override
    public synchronized void progressEnded() {
        if (statusLines > 0) {
            err.println();
            err.flush();
            statusLines = 0;
        }
    }

    /** Tells a run's tables, and where all of them are. */
    @Override
    public void concluded(Summary summary, String place) {
        say(summary.console(width()));
        say("Files: " + place);
    }

    /** Ctrl-C and SIGTERM. */
    @Override
    public Interruption interruptible(Runnable stop) {
        return Interrupts.heard(stop, ExitCode.INTERRUPTED.number());
    }

    /** Characters a line. */
    public int width() {
        return screen.width();
    }

    /** In a terminal, where a status is written over the last one. */
    @Override
    public boolean followsSlots() {
        return screen.terminal();
    }

    /** Whether help is coloured. */
    public Screen.Colours colours() {
        return screen.colours();
    }

    public PrintWriter out() {
        return out;
    }

    public PrintWriter err() {
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
