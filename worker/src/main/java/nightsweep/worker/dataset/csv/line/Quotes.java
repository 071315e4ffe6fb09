package nightsweep.worker.dataset.csv.line;

/**
 * A walk over a line, character by character, that knows when it is in a quoted cell, whatever cells are apart by. A quotation
 * mark within a cell that does not begin with one, as of inches, is a character like others.
 */
public final class Quotes {
    private boolean begins = true;
    private boolean quoted;
    private boolean closed;

    /** Goes on by a character; whether it stands outside of quoted cells and is no quotation mark. */
    boolean passes(char here) {
        if (here == '"') {
            // Two of them in a quoted cell are one: closed, and opened again.
            boolean opened = !quoted && (begins || closed);
            closed = quoted;
            quoted = opened;
            begins = false;
            return false;
        }
        if (!quoted) {
            begins = Separator.is(here) || (begins && Character.isWhitespace(here));
            closed = false;
        }
        return !quoted;
    }

    /** Whether it is within a quoted cell. */
    boolean isOpen() {
        return quoted;
    }
}
