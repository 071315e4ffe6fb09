/** The sweep file (YAML) and the outcome file (JSON), the only place that knows how either is written. */
@NullMarked
package nightsweep.experiments.format;

import org.jspecify.annotations.NullMarked;
