/**
 * What commands find around themselves, what they tell, and how they end. Entry: {@link
 * nightsweep.driver.cli.console.Console}.
 */
@NullMarked
package nightsweep.driver.cli.console;

import org.jspecify.annotations.NullMarked;
