package nightsweep.worker.storage;

/** A file whose bytes are not those that were written: the message says which and how it shows. */
public final class DamagedFileException extends Exception {
    public DamagedFileException(String where, String problem) {
        super("Cannot read " + where + ": " + problem);
    }
}
