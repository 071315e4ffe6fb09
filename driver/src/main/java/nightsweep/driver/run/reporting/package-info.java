/** Writes what a run shows: tables, the page and files for other tools. */
@NullMarked
package nightsweep.driver.run.reporting;

import org.jspecify.annotations.NullMarked;
