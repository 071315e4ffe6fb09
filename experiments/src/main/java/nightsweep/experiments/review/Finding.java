package nightsweep.experiments.review;

/**
 * Something that is wrong with a configuration.
 *
 * @param message what, why, and what to do, in one sentence
 */
public record Finding(Severity severity, String message) {

    static Finding invalid(String message) {
        return new Finding(Severity.INVALID, message);
    }

    static Finding doubtful(String message) {
        return new Finding(Severity.DOUBTFUL, message);
    }

    @Override
    public String toString() {
        return severity.label() + ": " + message;
    }
}
