package nightsweep.driver.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Runs of one sweep by drivers in processes of their own, each run in a folder of its name.
 *
 * @param folder of all runs and of what their drivers say
 * @param sweep the sweep file
 */
record DrilledRuns(Path folder, Path sweep) {
    /** What is done after each kill. */
    @FunctionalInterface
    interface Mishap {
        /**
         * Follows a kill, before the next driver starts.
         *
         * @param kill from 0
         */
        void after(int kill) throws IOException;
    }

    /** Starts a driver that begins a run, or goes on with it. */
    Process start(String name, int slots) throws IOException {
        return DriverProcess.start(
                folder.resolve(name + ".log"),
                "run",
                sweep.toString(),
                "--out",
                folder.resolve(name).toString(),
                "--master",
                "local[" + slots + "]");
    }

    /** What the drivers of a run have said. */
    String said(String name) throws IOException {
        Path log = folder.resolve(name + ".log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /**
     * Kills a run's driver again and again.
     *
     * @param epochs of all trials together, after which each kill comes, or up to three later
     * @return how many drivers were alive to be killed
     */
    int kill(String name, int slots, List<Integer> epochs, long seed, Mishap mishap)
            throws IOException, InterruptedException {
        DrillLog log = new DrillLog(folder.resolve(name).resolve("logs").resolve("driver.log"));
        Random random = new Random(seed);
        int kills = 0;
        for (int kill = 0; kill < epochs.size(); kill++) {
            Process driver = start(name, slots);
            while (driver.isAlive() && log.epochs() < epochs.get(kill) + random.nextInt(4)) {
                Thread.sleep(20);
            }
            kills += driver.isAlive() ? 1 : 0;
            driver.destroyForcibly().waitFor();
            mishap.after(kill);
        }
        return kills;
    }
}
