/** What came of a sweep: its outcomes ranked, averaged and tabulated. Entry: {@link nightsweep.driver.summary.Summary}. */
@NullMarked
package nightsweep.driver.summary;

import org.jspecify.annotations.NullMarked;
