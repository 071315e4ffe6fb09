/** Arithmetic in single and in double precision, with the same bits on every processor. Entry: {@link nightsweep.experiments.maths.Arithmetic}. */
@NullMarked
package nightsweep.experiments.maths;

import org.jspecify.annotations.NullMarked;
