package nightsweep.driver.bundle;

/**
 * What trials of a bundled run were trained on.
 *
 * @param dataset what the sweep says of it, in a line
 * @param checksum of the decoded examples, as each outcome tells it
 */
public record BundledData(String dataset, String checksum) {}
