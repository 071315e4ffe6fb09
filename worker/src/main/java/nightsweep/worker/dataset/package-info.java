/** Examples, ready to train on: decoded, split and scaled. Entry: {@link nightsweep.worker.dataset.DatasetLoader}. */
@NullMarked
package nightsweep.worker.dataset;

import org.jspecify.annotations.NullMarked;
