/** Makes a process fit for its work before the first command is read. Entry: {@link nightsweep.driver.start.Start}. */
@NullMarked
package nightsweep.driver.start;

import org.jspecify.annotations.NullMarked;
