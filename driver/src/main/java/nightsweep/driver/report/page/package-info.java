/** The page as one file: its script, its style and its data within. */
@NullMarked
package nightsweep.driver.report.page;

import org.jspecify.annotations.NullMarked;
