/**
 * A search that learns while a run lasts: which trial comes next, and what is written of it. Entry:
 * {@link nightsweep.driver.proposal.ProposalAgenda}.
 */
@NullMarked
package nightsweep.driver.proposal;

import org.jspecify.annotations.NullMarked;
