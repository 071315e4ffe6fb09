/** The commands: what is asked, what is told, how a command ends. Entry: {@link nightsweep.driver.cli.Nightsweep}. */
@NullMarked
package nightsweep.driver.cli;

import org.jspecify.annotations.NullMarked;
