/** Files in the IDX format of MNIST. Entry: {@link nightsweep.worker.dataset.idx.IdxSource}. */
@NullMarked
package nightsweep.worker.dataset.idx;

import org.jspecify.annotations.NullMarked;
