package nightsweep.driver.application;

/** What was asked for cannot be done, through no defect of ours: its message is for the user, whole. */
public final class RunFailure extends Exception {
    private final Kind kind;

    /** What stands in the way. */
    public enum Kind {
        /** The request itself: it asks for what is not there, or what does not go together. */
        REQUEST,
        /** The sweep or its data cannot be read; nothing was written. */
        SWEEP,
        /** The run directory cannot be used, or holds another sweep. */
        RUN_DIRECTORY,
        /** The Spark cluster cannot be reached, or ended the run. */
        CLUSTER
    }

    /**
     * @param message what happened, where, and what to do
     */
    public RunFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** A failure that {@code cause} brought about, told in the cause's words. */
    public RunFailure(Kind kind, Exception cause) {
        super(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
        this.kind = kind;
    }

    /** What stands in the way. */
    public Kind kind() {
        return kind;
    }
}
