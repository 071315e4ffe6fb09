package nightsweep.experiments.json;

import nightsweep.experiments.sweep.TrialId;

/** An outcome file that cannot be read: damaged, or of another version. */
public final class OutcomeFileException extends Exception {

    OutcomeFileException(String where, String problem) {
        super("Cannot read outcome " + where + ": " + problem);
    }

    /** A whole file in the wrong folder. */
    public static OutcomeFileException ofAnotherTrial(String where, TrialId id) {
        return new OutcomeFileException(where, "it is the outcome of another trial, " + id + ".");
    }
}
