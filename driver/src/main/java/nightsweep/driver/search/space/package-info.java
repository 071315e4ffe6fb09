/** What a search may try, and its points. Entry: {@link nightsweep.driver.search.space.Space}. */
@NullMarked
package nightsweep.driver.search.space;

import org.jspecify.annotations.NullMarked;
