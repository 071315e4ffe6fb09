/** Drawn images of digits, the same on every machine. Entry: {@link nightsweep.worker.dataset.digits.DigitsSource}. */
@NullMarked
package nightsweep.worker.dataset.digits;

import org.jspecify.annotations.NullMarked;
