/**
 * What stopping trials early saves and loses, on curves of trainings that are known to their end. Entry:
 * {@link nightsweep.driver.benchmark.curves.CurveBenchmark}.
 */
@NullMarked
package nightsweep.driver.benchmark.curves;

import org.jspecify.annotations.NullMarked;
