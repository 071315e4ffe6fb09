/** What several commands are asked in the same words. Entry: {@link nightsweep.driver.cli.options.SweepOptions}. */
@NullMarked
package nightsweep.driver.cli.options;

import org.jspecify.annotations.NullMarked;
