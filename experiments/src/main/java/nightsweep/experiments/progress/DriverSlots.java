package nightsweep.experiments.progress;

import java.util.OptionalLong;
import nightsweep.experiments.Checks;

/**
 * How many trials can run at a time, and how long the run still takes, as the driver last told.
 *
 * @param token of the driver's lease, which tells it from others that worked in the same run directory
 * @param count 0 while no executor is there
 * @param leftMillis until the end; empty where nothing is known
 */
public record DriverSlots(String token, int count, OptionalLong leftMillis) {
    public DriverSlots {
        Checks.notNegative("slots", count);
    }

    /** Of a run of which nobody knows yet how long it takes. */
    public DriverSlots(String token, int count) {
        this(token, count, OptionalLong.empty());
    }
}
