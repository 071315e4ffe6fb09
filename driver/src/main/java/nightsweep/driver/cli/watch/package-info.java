/** The command {@code watch}. */
@NullMarked
package nightsweep.driver.cli.watch;

import org.jspecify.annotations.NullMarked;
