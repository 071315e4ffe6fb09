/** Puts a run into one file. Entry: {@link nightsweep.driver.run.bundling.Bundling}. */
@NullMarked
package nightsweep.driver.run.bundling;

import org.jspecify.annotations.NullMarked;
