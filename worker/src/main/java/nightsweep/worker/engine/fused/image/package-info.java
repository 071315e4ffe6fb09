/** Windows that move over images. Entry: {@link nightsweep.worker.engine.fused.image.Sliding}. */
@NullMarked
package nightsweep.worker.engine.fused.image;

import org.jspecify.annotations.NullMarked;
