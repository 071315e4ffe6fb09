package nightsweep.driver.application;

/** Whether somebody has asked a run to stop. Closed when the run has written down what it has. */
public interface Interruption extends AutoCloseable {
    /** Nobody ever does. */
    Interruption NEVER = () -> false;

    /** Whether it was asked to stop. */
    boolean asked();

    @Override
    default void close() {}
}
