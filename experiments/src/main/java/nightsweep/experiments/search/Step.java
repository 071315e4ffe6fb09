package nightsweep.experiments.search;

/** What a search says when it is asked for the next proposal. */
public sealed interface Step {
    /** Try this. */
    record Try(Proposal proposal) implements Step {}

    /**
     * Nothing can be said until more is settled.
     *
     * @param until the results of the proposals up to this one are known
     */
    record Wait(int until) implements Step {}

    /** There is nothing more to try. */
    record End(Ending ending) implements Step {}

    /** Why a search ends. */
    enum Ending {
        /** As many were proposed as were asked for. */
        ENOUGH,
        /** Every configuration of the space was proposed. */
        USED_UP
    }
}
