/** Search by tree-structured Parzen estimators. Entry: {@link nightsweep.experiments.search.tpe.TpeSearcher}. */
@NullMarked
package nightsweep.experiments.search.tpe;

import org.jspecify.annotations.NullMarked;
