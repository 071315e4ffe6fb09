/** What a trial leaves on a Hadoop file system, each file written whole. Entry: {@link nightsweep.worker.store.TrialStore}. */
@NullMarked
package nightsweep.worker.store;

import org.jspecify.annotations.NullMarked;
