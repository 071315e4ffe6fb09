/** Shows a page to browsers of this machine. Entry: {@link nightsweep.driver.watch.PageServer}. */
@NullMarked
package nightsweep.driver.watch;

import org.jspecify.annotations.NullMarked;
