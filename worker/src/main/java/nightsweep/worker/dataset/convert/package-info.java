/** Examples as files for sweeps and for other tools. Entry: {@link nightsweep.worker.dataset.convert.Conversion}. */
@NullMarked
package nightsweep.worker.dataset.convert;

import org.jspecify.annotations.NullMarked;
