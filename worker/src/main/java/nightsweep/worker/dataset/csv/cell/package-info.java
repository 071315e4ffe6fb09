/** What the cells of a column say. Entry: {@link nightsweep.worker.dataset.csv.cell.FoundColumn}. */
@NullMarked
package nightsweep.worker.dataset.csv.cell;

import org.jspecify.annotations.NullMarked;
