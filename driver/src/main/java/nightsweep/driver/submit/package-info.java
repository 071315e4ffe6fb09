/**
 * What Spark is asked for on the command line, and how it is handed on to Spark's own submission. Knows Spark's words, none
 * of its classes. Entries: {@link nightsweep.driver.submit.SparkWords}, {@link nightsweep.driver.submit.SparkSettings}.
 */
@NullMarked
package nightsweep.driver.submit;

import org.jspecify.annotations.NullMarked;
