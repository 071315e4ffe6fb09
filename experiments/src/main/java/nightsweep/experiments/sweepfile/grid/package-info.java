/** The axes of a sweep, and which of their points are tried. Entry: {@link nightsweep.experiments.sweepfile.grid.GridReader}. */
@NullMarked
package nightsweep.experiments.sweepfile.grid;

import org.jspecify.annotations.NullMarked;
