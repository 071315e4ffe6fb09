/** What is wrong with a training, told from its record. Entry: {@link nightsweep.experiments.diagnosis.Diagnosis}. */
@NullMarked
package nightsweep.experiments.diagnosis;

import org.jspecify.annotations.NullMarked;
