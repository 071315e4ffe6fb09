/** What a cluster is, as far as it can be said without Spark. Entry: {@link nightsweep.driver.cluster.Master}. */
@NullMarked
package nightsweep.driver.cluster;

import org.jspecify.annotations.NullMarked;
