/** Examples that stand in the sweep file: {@link nightsweep.worker.dataset.rows.RowsSource}. */
@NullMarked
package nightsweep.worker.dataset.rows;

import org.jspecify.annotations.NullMarked;
