/** Points of the plane, the same on every machine. Entry: {@link nightsweep.worker.dataset.plane.PlaneSource}. */
@NullMarked
package nightsweep.worker.dataset.plane;

import org.jspecify.annotations.NullMarked;
