/**
 * What can be asked of Nightsweep by commands and by other programs: requests, what comes of them, and who hears meanwhile.
 * Nothing here knows of a terminal. Entry: {@link nightsweep.driver.application.Runs}.
 */
@NullMarked
package nightsweep.driver.application;

import org.jspecify.annotations.NullMarked;
