/**
 * What the searchers find, on spaces of which every result is known. Entry:
 * {@link nightsweep.driver.benchmark.search.TableBenchmark}.
 */
@NullMarked
package nightsweep.driver.benchmark.search;

import org.jspecify.annotations.NullMarked;
