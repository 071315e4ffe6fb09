/** One page that shows what came of a run, in any browser and without a network. Entry: {@link nightsweep.driver.report.ReportBuilder}. */
@NullMarked
package nightsweep.driver.report;

import org.jspecify.annotations.NullMarked;
