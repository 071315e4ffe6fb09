/** Pictures of any sizes, from folders of files to planes of one size. Entry: {@link nightsweep.worker.dataset.image.ImagesSource}. */
@NullMarked
package nightsweep.worker.dataset.image;

import org.jspecify.annotations.NullMarked;
