package nightsweep.driver.cli.options;

import nightsweep.driver.cli.console.CommandFailure;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.driver.cluster.DriverPlace;
import nightsweep.driver.cluster.Master;
import org.jspecify.annotations.Nullable;

/** A run directory that would be gone, or out of reach, when the run has ended. */
public final class FleetingPlace {
    private static final String EXAMPLES =
            " --out hdfs:///user/anna/runs/night-1, s3a://BUCKET/runs/night-1, or a folder"
                    + " that is mounted on all of them, such as file:///mnt/shared/runs/night-1.";

    private FleetingPlace() {}

    /**
     * Refuses no place and a relative one where trials are trained by other machines, or the driver's own folder does not
     * last.
     *
     * @param out as it was given; null where it was not
     */
    public static void refuse(@Nullable String out, Master master, ProcessEnvironment environment)
            throws CommandFailure {
        DriverPlace driver = DriverPlace.of(environment.variables(), environment.properties());
        if ((master.local() && driver.lasting()) || (out != null && lasts(out))) {
            return;
        }
        String given =
                out == null ? "No --out is given" : "--out " + out + " is relative to the folder of this process";
        String why = driver.lasting()
                ? "trials are trained on " + master.url()
                        + ", whose machines do not see the folder that this command is" + " given in"
                : "the driver runs in " + driver.meaning();
        throw new CommandFailure(
                ExitCode.USAGE, given + ", but " + why + ". Name a place in full that every machine sees:" + EXAMPLES);
    }

    private static boolean lasts(String out) {
        return ProcessEnvironment.hasScheme(out) || out.startsWith("/");
    }
}
