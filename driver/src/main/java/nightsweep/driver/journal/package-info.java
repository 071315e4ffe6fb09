/** What a run leaves on a Hadoop file system. Entry: {@link nightsweep.driver.journal.RunDirectory}. */
@NullMarked
package nightsweep.driver.journal;

import org.jspecify.annotations.NullMarked;
