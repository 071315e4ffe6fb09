/** Tables that Spark SQL reads. Entry: {@link nightsweep.driver.sql.SparkTables}. */
@NullMarked
package nightsweep.driver.sql;

import org.jspecify.annotations.NullMarked;
