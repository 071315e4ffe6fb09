package nightsweep.driver.application;

import java.util.Optional;

/** A run that is looked at again and again, by one thread. */
public interface WatchedRun {
    /**
     * Looks what is new.
     *
     * @throws RunFailure if the run directory cannot be read just now
     */
    Look look() throws RunFailure;

    /**
     * What was seen.
     *
     * @param page where it is another than that of the look before
     * @param underWay whether a driver is at work in the run
     */
    record Look(Optional<Page> page, boolean underWay) {}

    /**
     * The page of the run.
     *
     * @param html in UTF-8
     * @param version what tells it from pages before and after; ASCII without quotes
     */
    @SuppressWarnings("ArrayRecordComponent") // It is written once and read once.
    record Page(byte[] html, String version) {}
}
