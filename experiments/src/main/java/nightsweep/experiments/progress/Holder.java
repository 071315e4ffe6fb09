package nightsweep.experiments.progress;

/**
 * The driver that works in a run directory.
 *
 * @param token of this taking of the lease, unlike any other
 * @param host the machine's name
 * @param machine whose processes have ids of their own: tells containers and restarts of one host apart; empty where it
 *     is not known
 * @param pid its process id there
 * @param processStartTicks since the machine was started, to tell it from a later process of the same id; 0 where it is
 *     not known
 * @param user who started it
 * @param sinceMillis since 1970
 * @param application what its cluster calls it, the same when the cluster starts it again; empty where none does
 * @param applicationAttempt which starting it is, from 1; 0 where the cluster does not count
 */
public record Holder(
        String token,
        String host,
        String machine,
        long pid,
        long processStartTicks,
        String user,
        long sinceMillis,
        String application,
        int applicationAttempt) {

    /** In words, such as {@code process 4711 of anna on node7}. */
    public String label() {
        return "process " + pid + " of " + user + " on " + host;
    }
}
