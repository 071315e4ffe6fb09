package nightsweep.driver.journal;

import nightsweep.experiments.progress.Holder;

/**
 * A driver that is at work in a run directory.
 *
 * @param renewedMillis when it last said so, since 1970 by the clock of the file system
 */
public record AtWork(Holder holder, long renewedMillis) {}
