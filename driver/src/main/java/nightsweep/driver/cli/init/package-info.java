/** A first sweep of data that somebody has: looked at, and written down. Entry: {@link nightsweep.driver.cli.init.InitCommand}. */
@NullMarked
package nightsweep.driver.cli.init;

import org.jspecify.annotations.NullMarked;
