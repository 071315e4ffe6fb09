/** What the product itself costs. Entry: {@link nightsweep.benchmark.scheduling.SchedulingBenchmark}. */
@NullMarked
package nightsweep.benchmark.scheduling;

import org.jspecify.annotations.NullMarked;
