/** What the product costs and finds, measured on this machine. Entry: {@link nightsweep.benchmark.BenchmarkCommand}. */
@NullMarked
package nightsweep.benchmark;

import org.jspecify.annotations.NullMarked;
