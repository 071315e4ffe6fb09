/** The command that makes figures of a run anew. Entry: {@link nightsweep.driver.cli.verify.VerifyCommand}. */
@NullMarked
package nightsweep.driver.cli.verify;

import org.jspecify.annotations.NullMarked;
