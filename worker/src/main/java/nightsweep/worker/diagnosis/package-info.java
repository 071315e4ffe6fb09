/** What a network looks like inside while it trains. Entry: {@link nightsweep.worker.diagnosis.Probe}. */
@NullMarked
package nightsweep.worker.diagnosis;

import org.jspecify.annotations.NullMarked;
