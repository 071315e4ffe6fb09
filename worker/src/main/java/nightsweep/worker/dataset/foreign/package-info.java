/** Tables that are no text, read by others. Entry: {@link nightsweep.worker.dataset.foreign.ForeignTables}. */
@NullMarked
package nightsweep.worker.dataset.foreign;

import org.jspecify.annotations.NullMarked;
