/** Pictures of what a network says over the plane, of data of two features. Entry: {@link nightsweep.worker.border.Border}. */
@NullMarked
package nightsweep.worker.border;

import org.jspecify.annotations.NullMarked;
