/** What a sweep file may have in it, as JSON Schema. Entry: {@link nightsweep.experiments.schema.SweepSchema}. */
@NullMarked
package nightsweep.experiments.schema;

import org.jspecify.annotations.NullMarked;
