/** Windows that move over images. Entry: {@link nightsweep.worker.training.fused.image.Sliding}. */
@NullMarked
package nightsweep.worker.training.fused.image;

import org.jspecify.annotations.NullMarked;
