/** What is tried: a sweep, its grid, its configurations and its trials. Entry: {@link nightsweep.experiments.sweep.Sweep}. */
@NullMarked
package nightsweep.experiments.sweep;

import org.jspecify.annotations.NullMarked;
