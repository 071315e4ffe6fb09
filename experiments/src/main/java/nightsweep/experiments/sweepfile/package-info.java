/** The sweep file, from its text to a sweep. Entry: {@link nightsweep.experiments.sweepfile.SweepFile}. */
@NullMarked
package nightsweep.experiments.sweepfile;

import org.jspecify.annotations.NullMarked;
