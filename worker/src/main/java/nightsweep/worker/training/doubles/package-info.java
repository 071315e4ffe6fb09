/** An engine in double precision, one number at a time, whose every step can be looked into. Entry: {@link nightsweep.worker.training.doubles.DoubleEngine}. */
@NullMarked
package nightsweep.worker.training.doubles;

import org.jspecify.annotations.NullMarked;
