package nightsweep.driver.application;

import nightsweep.driver.summary.Summary;
import nightsweep.experiments.sweep.Trial;

/** Hears what happens while a request is carried out. Any thread may call it, several at once. */
public interface Listener {
    /** Wants to hear nothing. */
    Listener NONE = new Listener() {};

    /** What is going on, in a sentence. */
    default void note(String text) {}

    /** What may be a mistake, in a sentence. */
    default void warn(String text) {}

    /** How far the run has come, at the interval of its request, and at its end. */
    default void progress(RunProgress progress) {}

    /**
     * A trial has failed. Comes at once, and of those that are kept as failed from the start not at all.
     *
     * @param trial which
     */
    default void failed(Trial trial) {}

    /**
     * The outcome of a trial is damaged: it counts as not run. Comes with a warning, each time that it is read.
     *
     * @param trial which
     */
    default void damaged(Trial trial) {}

    /** No more {@link #progress} of this run. */
    default void progressEnded() {}

    /** Whether {@link #progress} is to tell what each slot trains, which takes reading files of the run directory. */
    default boolean followsSlots() {
        return false;
    }

    /**
     * The run's tables have been written.
     *
     * @param place the run directory, as a person would type it
     */
    default void concluded(Summary summary, String place) {}

    /**
     * Trials begin to run; until the interruption is closed, {@code stop} makes the run wind down, keeping what has ended.
     *
     * @param stop returns at once; any thread may call it
     */
    default Interruption interruptible(Runnable stop) {
        return Interruption.NEVER;
    }
}
