/** What a search may try, and its points. Entry: {@link nightsweep.experiments.search.space.Space}. */
@NullMarked
package nightsweep.experiments.search.space;

import org.jspecify.annotations.NullMarked;
