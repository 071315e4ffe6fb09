/** Examples of which nobody knows the class. Entry: {@link nightsweep.worker.dataset.unlabelled.UnlabelledFiles}. */
@NullMarked
package nightsweep.worker.dataset.unlabelled;

import org.jspecify.annotations.NullMarked;
