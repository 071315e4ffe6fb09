package nightsweep.experiments.progress;

import nightsweep.experiments.Checks;

/**
 * How many trials can run at a time, as the driver last told.
 *
 * @param token of the driver's lease, which tells it from others that worked in the same run directory
 * @param count 0 while no executor is there
 */
public record DriverSlots(String token, int count) {
    public DriverSlots {
        Checks.notNegative("slots", count);
    }
}
