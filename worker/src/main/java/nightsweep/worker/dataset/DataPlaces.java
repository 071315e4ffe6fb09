package nightsweep.worker.dataset;

import java.util.Optional;

/**
 * Where data are looked for.
 *
 * @param home where named data sets are, as a URI or path; empty where the user said nothing
 * @param folder where relative paths start, as a URI; empty for where their file system starts
 */
public record DataPlaces(Optional<String> home, Optional<String> folder) {}
