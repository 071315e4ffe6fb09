/** What an experiment is: values only, with no knowledge of Spark or Deeplearning4j. */
@NullMarked
package nightsweep.experiments;

import org.jspecify.annotations.NullMarked;
