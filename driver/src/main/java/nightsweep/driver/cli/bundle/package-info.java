/** The command {@code bundle}. */
@NullMarked
package nightsweep.driver.cli.bundle;

import org.jspecify.annotations.NullMarked;
