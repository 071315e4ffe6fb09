/**
 * What the searchers find, on spaces of which every result is known. Entry:
 * {@link nightsweep.benchmark.search.TableBenchmark}.
 */
@NullMarked
package nightsweep.benchmark.search;

import org.jspecify.annotations.NullMarked;
