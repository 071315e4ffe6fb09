/** How fast this machine multiplies matrices. Entry: {@link nightsweep.worker.speed.ProductSpeed}. */
@NullMarked
package nightsweep.worker.speed;

import org.jspecify.annotations.NullMarked;
