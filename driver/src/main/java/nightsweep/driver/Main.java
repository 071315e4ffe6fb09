package nightsweep.driver;

import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.run.SweepRuns;

/** Where the process starts. */
public final class Main {
    private Main() {}

    /** Carries out a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        int code = Nightsweep.execute(arguments, SweepRuns::new);
        // YARN takes System.exit for a crash, even with 0.
        if (code != 0) {
            System.exit(code);
        }
    }
}
