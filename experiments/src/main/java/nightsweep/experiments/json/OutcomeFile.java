package nightsweep.experiments.json;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import nightsweep.experiments.outcome.TrialOutcome;

/**
 * The outcome file: JSON of several lines, the same bytes for the same outcome, with a checksum as its last field.
 * Doubles come back exactly, those that are not finite written as {@code "NaN"}, {@code "Infinity"} and
 * {@code "-Infinity"}. Of each epoch, {@code layers} has a list for each layer: its name, the norm of its weights'
 * gradient, that of its weights, its units, and how many of them are dead.
 */
public final class OutcomeFile {
    static final int FORMAT = 3;

    private OutcomeFile() {}

    /** The content of a file for {@code outcome}. */
    public static String write(TrialOutcome outcome) {
        return SealedJson.text(OutcomeWriter.json(outcome));
    }

    /**
     * The outcome in a file.
     *
     * @param json the file's content
     * @param where its name, for messages
     * @throws OutcomeFileException if a single byte of it is not as it was written, or it is of a version that is not
     *     known
     */
    public static TrialOutcome read(String json, String where) throws OutcomeFileException {
        return read(json.getBytes(StandardCharsets.UTF_8), where);
    }

    /** The same of a text in UTF-8. */
    public static TrialOutcome read(byte[] json, String where) throws OutcomeFileException {
        return read(where, () -> SealedJson.read(json));
    }

    /** The same without the layers of its epochs, of which these seem to have none: they are most of the file. */
    public static TrialOutcome withoutLayers(byte[] json, String where) throws OutcomeFileException {
        return read(where, () -> SealedJson.without("epochs", "layers", json));
    }

    private static TrialOutcome read(String where, Supplier<JsonPart> json) throws OutcomeFileException {
        try {
            return OutcomeReader.outcome(json.get());
        } catch (IllegalArgumentException e) {
            throw new OutcomeFileException(where, String.valueOf(e.getMessage()));
        }
    }
}
