/** Specifications written out, field by field, as identities of trials are made from. */
@NullMarked
package nightsweep.experiments.sweep.text;

import org.jspecify.annotations.NullMarked;
