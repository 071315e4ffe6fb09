/** Trained networks in files. Entry: {@link nightsweep.worker.model.ModelFile}. */
@NullMarked
package nightsweep.worker.model;

import org.jspecify.annotations.NullMarked;
