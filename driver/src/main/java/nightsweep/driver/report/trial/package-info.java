/** What the page tells of single trials: curves, test files, borders and predictions. */
@NullMarked
package nightsweep.driver.report.trial;

import org.jspecify.annotations.NullMarked;
