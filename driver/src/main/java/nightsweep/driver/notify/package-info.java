/** Telling somebody elsewhere what a run has come to. Entry: {@link nightsweep.driver.notify.Webhook}. */
@NullMarked
package nightsweep.driver.notify;

import org.jspecify.annotations.NullMarked;
