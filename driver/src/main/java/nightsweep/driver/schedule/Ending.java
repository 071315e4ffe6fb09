package nightsweep.driver.schedule;

/** How a turn ended. */
public sealed interface Ending {
    Turn turn();

    /** Its task ran to its end and says how. */
    record Reported(Turn turn, TrialReport report) implements Ending {}

    /**
     * Its task never came back.
     *
     * @param where it had been, as far as is known
     * @param blame whether the trial may have been the reason
     */
    record Lost(Turn turn, Place where, String why, Turn.Blame blame) implements Ending {}
}
