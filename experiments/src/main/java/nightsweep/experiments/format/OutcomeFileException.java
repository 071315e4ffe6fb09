package nightsweep.experiments.format;

/** An outcome file that cannot be read: damaged, or of another version. */
public final class OutcomeFileException extends Exception {

    OutcomeFileException(String where, String problem) {
        super("Cannot read outcome " + where + ": " + problem);
    }
}
