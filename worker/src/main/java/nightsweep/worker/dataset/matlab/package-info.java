/** Pictures in files of MATLAB: {@link nightsweep.worker.dataset.matlab.MatlabSource}. */
@NullMarked
package nightsweep.worker.dataset.matlab;

import org.jspecify.annotations.NullMarked;
