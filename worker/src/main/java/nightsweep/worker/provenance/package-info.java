/** Where figures come from: the build, the process and the machine. Entry: {@link nightsweep.worker.provenance.Origin}. */
@NullMarked
package nightsweep.worker.provenance;

import org.jspecify.annotations.NullMarked;
