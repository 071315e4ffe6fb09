/** Tables that are written and damaged in many ways, held against what they truly say. Entry: {@link nightsweep.worker.dataset.csv.fuzz.TableFuzzTest}. */
@NullMarked
package nightsweep.worker.dataset.csv.fuzz;

import org.jspecify.annotations.NullMarked;
