/** Tables of numbers with a column of labels. Entry: {@link nightsweep.worker.dataset.csv.CsvSource}. */
@NullMarked
package nightsweep.worker.dataset.csv;

import org.jspecify.annotations.NullMarked;
