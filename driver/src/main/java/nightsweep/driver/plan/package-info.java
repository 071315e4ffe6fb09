/** What a run will do, what is wrong with it and how long it takes, known before Spark starts. Entry: {@link nightsweep.driver.plan.Plan}. */
@NullMarked
package nightsweep.driver.plan;

import org.jspecify.annotations.NullMarked;
