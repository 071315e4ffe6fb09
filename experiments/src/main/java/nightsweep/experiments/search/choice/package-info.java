/** Which searchers there are. Entry: {@link nightsweep.experiments.search.choice.Method}. */
@NullMarked
package nightsweep.experiments.search.choice;

import org.jspecify.annotations.NullMarked;
