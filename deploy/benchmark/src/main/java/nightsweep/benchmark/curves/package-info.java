/**
 * What stopping trials early saves and loses, on curves of trainings that are known to their end. Entry:
 * {@link nightsweep.benchmark.curves.CurveBenchmark}.
 */
@NullMarked
package nightsweep.benchmark.curves;

import org.jspecify.annotations.NullMarked;
