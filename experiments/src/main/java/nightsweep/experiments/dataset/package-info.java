/** What it is trained on: where examples come from and how they are scaled and split. Entry: {@link nightsweep.experiments.dataset.DatasetSpec}. */
@NullMarked
package nightsweep.experiments.dataset;

import org.jspecify.annotations.NullMarked;
