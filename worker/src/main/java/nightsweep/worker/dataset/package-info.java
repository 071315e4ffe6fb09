/** Examples: generators, readers, scaling, splits, and the one copy that a process keeps. Entry: {@link nightsweep.worker.dataset.Dataset}. */
@NullMarked
package nightsweep.worker.dataset;

import org.jspecify.annotations.NullMarked;
