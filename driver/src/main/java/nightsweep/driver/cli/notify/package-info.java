/** The option that has somebody told what a run has come to. Entry: {@link nightsweep.driver.cli.notify.NotifyOption}. */
@NullMarked
package nightsweep.driver.cli.notify;

import org.jspecify.annotations.NullMarked;
