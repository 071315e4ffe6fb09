/** An engine in double precision, one number at a time, whose every step can be looked into. Entry: {@link nightsweep.worker.engine.doubles.DoubleEngine}. */
@NullMarked
package nightsweep.worker.engine.doubles;

import org.jspecify.annotations.NullMarked;
