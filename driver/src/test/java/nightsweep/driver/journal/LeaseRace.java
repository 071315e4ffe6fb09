package nightsweep.driver.journal;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import nightsweep.worker.storage.WholeFiles;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** A process that tries to take a lease at a given time, says whether it got it, and waits to be killed. */
final class LeaseRace {
    private LeaseRace() {}

    /** Takes the run directory, and when to try, in milliseconds since 1970. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path run = new Path(arguments[0]);
        LeaseFiles files = new LeaseFiles(run, new WholeFiles(run, new Configuration()));
        files.last();
        Thread.sleep(Math.max(0, Long.parseLong(arguments[1]) - System.currentTimeMillis()));
        try {
            Lease lease = Lease.take(
                    files,
                    Processes.self(InstantSource.system()),
                    new Lease.Terms(Duration.ofSeconds(10), Duration.ofSeconds(60)),
                    Stopwatch.SYSTEM,
                    "run",
                    System.out::println);
            System.out.println("won " + lease.lost());
        } catch (RunDirectoryException e) {
            System.out.println("told " + e.getMessage());
        }
        System.out.flush();
        Thread.sleep(60_000);
    }
}
