package nightsweep.driver.cli.console;

/** A command that cannot be carried out through no defect of ours: its message is all that the user is shown. */
public final class CommandFailure extends Exception {
    private final ExitCode exitCode;

    /**
     * @param message what happened, where, and what to do
     */
    public CommandFailure(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** A failure that {@code cause} brought about, told in the cause's words. */
    public CommandFailure(ExitCode exitCode, Exception cause) {
        super(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
        this.exitCode = exitCode;
    }

    /** How the command ends. */
    public ExitCode exitCode() {
        return exitCode;
    }
}
