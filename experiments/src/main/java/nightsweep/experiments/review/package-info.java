/** What can be said of a configuration before it is trained. Entry: {@link nightsweep.experiments.review.Review}. */
@NullMarked
package nightsweep.experiments.review;

import org.jspecify.annotations.NullMarked;
