package nightsweep.experiments.progress;

/**
 * The driver that works in a run directory.
 *
 * @param token of this taking of the lease, unlike any other
 * @param host the machine's name
 * @param machine whose processes have ids of their own: tells containers and restarts of one host apart; empty where it
 *     is not known
 * @param pid its process id there
 * @param processStartMillis since 1970, to tell it from a later process of the same id; 0 where it is not known
 * @param user who started it
 * @param sinceMillis since 1970
 * @param state whether it still needs the directory
 */
public record Holder(
        String token,
        String host,
        String machine,
        long pid,
        long processStartMillis,
        String user,
        long sinceMillis,
        State state) {

    /** Whether a driver needs its run directory. */
    public enum State {
        AT_WORK,
        /** It has ended and given the directory back. */
        DONE
    }

    /** The same driver, after it has given the directory back. */
    public Holder done() {
        return new Holder(token, host, machine, pid, processStartMillis, user, sinceMillis, State.DONE);
    }

    /** In words, such as {@code process 4711 of anna on node7}. */
    public String label() {
        return "process " + pid + " of " + user + " on " + host;
    }
}
