/** From the name of a data set to its examples. Entry: {@link nightsweep.worker.dataset.load.DatasetLoader}. */
@NullMarked
package nightsweep.worker.dataset.load;

import org.jspecify.annotations.NullMarked;
