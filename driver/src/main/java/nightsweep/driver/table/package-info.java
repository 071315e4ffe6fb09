/** Tables of typed cells, and how they are written as text and as CSV. Entry: {@link nightsweep.driver.table.Table}. */
@NullMarked
package nightsweep.driver.table;

import org.jspecify.annotations.NullMarked;
