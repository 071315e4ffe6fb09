package nightsweep.driver.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that want the same lease at the same time, twice over, the winner killed in between. */
class LeaseRaceIT {
    private static final int PROCESSES = 4;
    private static final int ROUNDS = 2;
    private static final long HEAD_START_MILLIS = 6_000;

    @TempDir
    private Path folder;

    @Test
    void goesToOneProcess() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List<Process> processes = start();
            try {
                List<String> said = new ArrayList<>();
                for (Process process : processes) {
                    said.add(firstLine(process));
                }

                assertThat(said)
                        .as("round %d", round)
                        .filteredOn("won false"::equals)
                        .hasSize(1);
                assertThat(said)
                        .filteredOn(line -> !line.startsWith("won"))
                        .hasSize(PROCESSES - 1)
                        .allMatch(line -> line.startsWith("told Cannot run in run: another run is at work there"));
            } finally {
                for (Process process : processes) {
                    process.destroyForcibly().waitFor();
                }
            }
        }
    }

    private List<Process> start() throws IOException {
        long at = System.currentTimeMillis() + HEAD_START_MILLIS;
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            LeaseRace.class.getName(),
                            folder.toUri().toString(),
                            Long.toString(at))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        }
        return processes;
    }

    private static String firstLine(Process process) throws IOException {
        BufferedReader reader = process.inputReader();
        String line = reader.readLine();
        while (line != null && !line.startsWith("won") && !line.startsWith("told")) {
            line = reader.readLine();
        }
        return String.valueOf(line);
    }
}
