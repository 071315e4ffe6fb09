/** Measures trained networks on examples. Entry: {@link nightsweep.worker.evaluation.Evaluator}. */
@NullMarked
package nightsweep.worker.evaluation;

import org.jspecify.annotations.NullMarked;
