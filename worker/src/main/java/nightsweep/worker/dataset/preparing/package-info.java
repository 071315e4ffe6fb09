/**
 * How rows of a table become what a network takes: found out of training examples, and applied to any. Entry:
 * {@link nightsweep.worker.dataset.preparing.RowPreparing}.
 */
@NullMarked
package nightsweep.worker.dataset.preparing;

import org.jspecify.annotations.NullMarked;
