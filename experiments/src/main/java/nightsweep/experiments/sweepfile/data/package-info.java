/** Reads what a sweep file says of its data. */
@NullMarked
package nightsweep.experiments.sweepfile.data;

import org.jspecify.annotations.NullMarked;
