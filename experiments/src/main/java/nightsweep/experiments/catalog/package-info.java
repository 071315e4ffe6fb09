/** The sweeps that ship with the product. Entry: {@link nightsweep.experiments.catalog.Catalog}. */
@NullMarked
package nightsweep.experiments.catalog;

import org.jspecify.annotations.NullMarked;
