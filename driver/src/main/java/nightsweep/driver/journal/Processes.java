package nightsweep.driver.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import nightsweep.experiments.progress.Holder;
import nightsweep.worker.provenance.Origin;

/** What this machine knows of processes, its own and others. */
final class Processes {
    private Processes() {}

    /** This process, about to take a lease. */
    static Holder self(InstantSource clock) {
        ProcessHandle process = ProcessHandle.current();
        return new Holder(
                UUID.randomUUID().toString(),
                Origin.hostName(),
                machine(),
                process.pid(),
                startMillis(process),
                System.getProperty("user.name", "unknown"),
                clock.millis());
    }

    /** Whether a process is surely dead: only of those of this machine can it be known. */
    static boolean dead(Holder holder) {
        if (holder.machine().isEmpty() || !holder.machine().equals(machine())) {
            return false;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(holder.pid()).filter(ProcessHandle::isAlive);
        return process.isEmpty() || startMillis(process.get()) != holder.processStartMillis();
    }

    /** Which starting of which machine this is, and which of its tables of processes; empty where Linux does not say. */
    private static String machine() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip() + " "
                    + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    private static long startMillis(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(instant -> instant.toEpochMilli())
                .orElse(0L);
    }
}
