/** Which searchers there are. Entry: {@link nightsweep.driver.search.choice.Method}. */
@NullMarked
package nightsweep.driver.search.choice;

import org.jspecify.annotations.NullMarked;
