/** Trains one trial, from its declaration to its outcome. */
@NullMarked
package nightsweep.worker;

import org.jspecify.annotations.NullMarked;
