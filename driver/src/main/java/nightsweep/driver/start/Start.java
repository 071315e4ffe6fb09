package nightsweep.driver.start;

import java.util.Optional;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.run.SweepRuns;

/** Looks at what it was started with, then carries out the command: here, or in a JVM that has what this one lacks. */
public final class Start {
    private Start() {}

    /** Ends the process with the command's exit code. */
    public static void main(String[] arguments) {
        int code = run(arguments);
        // YARN takes System.exit for a crash, even with 0.
        if (code != 0) {
            System.exit(code);
        }
    }

    private static int run(String[] arguments) {
        Optional<String> unfit = Libraries.problem(Start.class.getClassLoader());
        if (unfit.isPresent()) {
            System.err.println("nightsweep: " + unfit.get());
            return ExitCode.BAD_CLUSTER.number();
        }
        SecondJvm.Passed.restore();
        ConsoleLog.quieten();
        return Nightsweep.execute(arguments, SweepRuns::new, new OtherJvm());
    }
}
