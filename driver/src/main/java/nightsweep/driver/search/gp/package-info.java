/** Search by a Gaussian process. Entry: {@link nightsweep.driver.search.gp.GpSearcher}. */
@NullMarked
package nightsweep.driver.search.gp;

import org.jspecify.annotations.NullMarked;
