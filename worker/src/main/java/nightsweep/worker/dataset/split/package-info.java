/** Which examples go where, by class. Entry: {@link nightsweep.worker.dataset.split.Quotas}. */
@NullMarked
package nightsweep.worker.dataset.split;

import org.jspecify.annotations.NullMarked;
