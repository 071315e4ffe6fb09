/** Reads the networks of a sweep file and where their weights begin. */
@NullMarked
package nightsweep.experiments.sweepfile.network;

import org.jspecify.annotations.NullMarked;
