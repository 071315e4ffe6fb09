/** The models that a run saves, and those that it trains again because none was kept. */
@NullMarked
package nightsweep.driver.run.models;

import org.jspecify.annotations.NullMarked;
