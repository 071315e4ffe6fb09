/** Search by tree-structured Parzen estimators. Entry: {@link nightsweep.driver.search.tpe.TpeSearcher}. */
@NullMarked
package nightsweep.driver.search.tpe;

import org.jspecify.annotations.NullMarked;
