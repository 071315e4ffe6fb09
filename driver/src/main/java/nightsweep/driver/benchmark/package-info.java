/** What the product itself costs. Entry: {@link nightsweep.driver.benchmark.SchedulingBenchmark}. */
@NullMarked
package nightsweep.driver.benchmark;

import org.jspecify.annotations.NullMarked;
