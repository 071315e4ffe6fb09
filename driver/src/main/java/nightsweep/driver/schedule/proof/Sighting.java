package nightsweep.driver.schedule.proof;

import java.io.Serializable;

/**
 * What an executor's process saw of the run directory.
 *
 * @param executor what Spark calls the process
 * @param host the machine's name
 * @param detail the name of the file that it wrote, or why it could not
 */
public record Sighting(String executor, String host, Seen seen, String detail) implements Serializable {

    /** How far it came. */
    enum Seen {
        /** It did not find there what the driver wrote. */
        NOTHING("does not see what the driver wrote there"),
        /** It cannot write there. */
        READ("cannot write there"),
        /** It wrote a file there, for the driver to read. */
        WROTE("writes there what the driver does not see");

        private final String trouble;

        Seen(String trouble) {
            this.trouble = trouble;
        }
    }

    /** What is wrong, in words, where the driver does not see the file either. */
    String trouble() {
        String why = seen == Seen.WROTE || detail.isEmpty() ? "" : " (" + detail + ")";
        return "executor " + executor + " on host " + host + " " + seen.trouble + why;
    }
}
