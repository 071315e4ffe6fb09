/** How long a training step takes, beside what the machine could do. Entry: {@link nightsweep.worker.benchmark.StepBenchmark}. */
@NullMarked
package nightsweep.worker.benchmark;

import org.jspecify.annotations.NullMarked;
