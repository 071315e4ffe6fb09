/** What every source of examples gives before splitting and scaling. Entry: {@link nightsweep.worker.dataset.source.ExampleSource}. */
@NullMarked
package nightsweep.worker.dataset.source;

import org.jspecify.annotations.NullMarked;
