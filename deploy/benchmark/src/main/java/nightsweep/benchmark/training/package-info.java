/** How long a training step takes, beside what the machine could do. Entry: {@link nightsweep.benchmark.training.StepBenchmark}. */
@NullMarked
package nightsweep.benchmark.training;

import org.jspecify.annotations.NullMarked;
