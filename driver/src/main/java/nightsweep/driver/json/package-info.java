/** What the driver tells other programs as JSON. Entry: {@link nightsweep.driver.json.SummaryFile}. */
@NullMarked
package nightsweep.driver.json;

import org.jspecify.annotations.NullMarked;
