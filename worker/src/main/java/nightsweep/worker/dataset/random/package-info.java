/** Random numbers that are the same on every machine. Entry: {@link nightsweep.worker.dataset.random.RandomNumbers}. */
@NullMarked
package nightsweep.worker.dataset.random;

import org.jspecify.annotations.NullMarked;
