/** What is done to the pixels of a picture. Entry: {@link nightsweep.worker.dataset.image.Bilinear}. */
@NullMarked
package nightsweep.worker.dataset.image;

import org.jspecify.annotations.NullMarked;
