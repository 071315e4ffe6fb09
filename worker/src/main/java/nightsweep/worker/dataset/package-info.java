/** Examples, ready to train on: decoded, split and scaled. Entry: {@link nightsweep.worker.dataset.Dataset}. */
@NullMarked
package nightsweep.worker.dataset;

import org.jspecify.annotations.NullMarked;
