/** Clusters of real processes on loopback, and sweeps on them. */
@NullMarked
package nightsweep.deploy.cluster;

import org.jspecify.annotations.NullMarked;
