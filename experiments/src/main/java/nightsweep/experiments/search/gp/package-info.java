/** Search by a Gaussian process. Entry: {@link nightsweep.experiments.search.gp.GpSearcher}. */
@NullMarked
package nightsweep.experiments.search.gp;

import org.jspecify.annotations.NullMarked;
