/** What a run tells while it goes: its status line, the time left, its log. */
@NullMarked
package nightsweep.driver.run.progress;

import org.jspecify.annotations.NullMarked;
