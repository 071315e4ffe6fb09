/** Lines of a table, and the cells in them. Entry: {@link nightsweep.worker.dataset.csv.line.CsvLine}. */
@NullMarked
package nightsweep.worker.dataset.csv.line;

import org.jspecify.annotations.NullMarked;
