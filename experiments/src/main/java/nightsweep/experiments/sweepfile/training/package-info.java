/** Reads how a sweep file has networks trained. */
@NullMarked
package nightsweep.experiments.sweepfile.training;

import org.jspecify.annotations.NullMarked;
