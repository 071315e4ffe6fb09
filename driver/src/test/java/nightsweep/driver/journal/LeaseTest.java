package nightsweep.driver.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nightsweep.experiments.progress.Holder;
import nightsweep.worker.store.WholeFiles;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {
    private static final Lease.Terms LONG = new Lease.Terms(Duration.ofHours(1), Duration.ofSeconds(60));
    private static final Lease.Terms SHORT = new Lease.Terms(Duration.ofMillis(100), Duration.ofSeconds(1));
    private static final int THREADS = 16;

    @TempDir
    private Path folder;

    @Test
    void isHeldByOne() throws Exception {
        try (Lease lease = take(self())) {
            assertThatThrownBy(() -> take(self()))
                    .isInstanceOf(RunDirectoryException.class)
                    .hasMessageContaining("Cannot run in runs/a: another run is at work there (process "
                            + ProcessHandle.current().pid() + " of " + System.getProperty("user.name") + " on ");
            assertThat(lease.lost()).isFalse();
        }
    }

    @Test
    void isFreeWhenGivenBack() throws Exception {
        take(self()).close();

        try (Lease lease = take(self())) {
            assertThat(lease.lost()).isFalse();
            assertThat(Lease.holder(files(), LONG, System.currentTimeMillis())).isPresent();
        }
        assertThat(Lease.holder(files(), LONG, System.currentTimeMillis())).isEmpty();
    }

    @Test
    void isTakenOverAtOnceFromADeadProcessOfThisMachine() throws Exception {
        Process shortLived = new ProcessBuilder("true").start();
        Holder self = self();
        shortLived.waitFor();
        files().take(1, with("dead", shortLived.pid(), self.machine()));

        try (Lease lease = take(self)) {
            assertThat(files().last().orElseThrow().number()).isEqualTo(2);
        }
    }

    @Test
    void isTakenOverFromAnEarlierProcessOfTheSameId() throws Exception {
        Holder self = self();
        files().take(
                        1,
                        new Holder(
                                "earlier",
                                self.host(),
                                self.machine(),
                                self.pid(),
                                self.processStartMillis() - 60_000,
                                "anna",
                                0));

        take(self).close();
    }

    @Test
    void isWaitedForWhereNobodyCanTellWhetherItsProcessLives() throws Exception {
        files().take(1, with("elsewhere", 1, "another machine"));

        assertThatThrownBy(() -> take(self()))
                .hasMessageContaining("process 1 of anna on node7, since ")
                .hasMessageContaining("where it is dead, try again in 6");
    }

    @Test
    void isTakenOverWhenNotRenewedForLong() throws Exception {
        files().take(1, with("elsewhere", 1, "another machine"));
        age(1, Duration.ofSeconds(61));

        take(self()).close();
    }

    @Test
    void isTakenOverFromAnUnfinishedFileWhenItIsOld() throws Exception {
        Files.createDirectories(folder.resolve(".lease"));
        Files.writeString(folder.resolve(".lease/1.json"), "");

        assertThatThrownBy(() -> take(self())).hasMessageContaining("its name is not written yet");
        age(1, Duration.ofSeconds(61));

        take(self()).close();
    }

    @Test
    void isRenewed() throws Exception {
        try (Lease lease = Lease.take(files(), self(), SHORT, "runs/a")) {
            age(1, Duration.ofSeconds(61));
            long before = files().last().orElseThrow().renewedMillis();

            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (files().last().orElseThrow().renewedMillis() == before && System.nanoTime() < deadline) {
                Thread.sleep(20);
            }

            assertThat(files().last().orElseThrow().renewedMillis()).isGreaterThan(before);
        }
    }

    @Test
    void tellsThatItIsLost() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        try (Lease lease = Lease.take(files(), self(), SHORT, "runs/a")) {
            lease.whenLost(told::countDown);
            files().take(2, with("other", 1, "another machine"));

            assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(lease.lost()).isTrue();
            assertThatThrownBy(lease::check)
                    .isInstanceOf(RunDirectoryException.class)
                    .hasMessageContaining("another run has taken over runs/a");
        }
        assertThat(files().holder(files().last().orElseThrow()).orElseThrow().token())
                .isEqualTo("other");
    }

    @Test
    void goesToOneOfManyThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        Holder dead = with("dead", 0, self().machine());
        files().take(1, dead);
        for (int round = 0; round < 20; round++) {
            List<Callable<List<Lease>>> tries = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                tries.add(this::tryToTake);
            }

            List<Lease> winners = new ArrayList<>();
            for (Future<List<Lease>> one : threads.invokeAll(tries)) {
                winners.addAll(one.get());
            }

            assertThat(winners).as("round %d", round).hasSize(1);
            int number = files().last().orElseThrow().number();
            winners.get(0).close();
            files().take(number + 1, dead);
        }
        threads.shutdown();
    }

    private List<Lease> tryToTake() throws IOException {
        try {
            return List.of(take(self()));
        } catch (RunDirectoryException e) {
            assertThat(e).hasMessageContaining("another run is at work there");
            return List.of();
        }
    }

    private Lease take(Holder self) throws IOException, RunDirectoryException {
        return Lease.take(files(), self, LONG, "runs/a");
    }

    private LeaseFiles files() throws IOException {
        org.apache.hadoop.fs.Path run = new org.apache.hadoop.fs.Path(folder.toUri());
        return new LeaseFiles(run, new WholeFiles(run, new Configuration()));
    }

    private void age(int number, Duration age) throws IOException {
        assertThat(folder.resolve(".lease/" + number + ".json")
                        .toFile()
                        .setLastModified(System.currentTimeMillis() - age.toMillis()))
                .isTrue();
    }

    private static Holder self() {
        return Processes.self(InstantSource.system());
    }

    private static Holder with(String token, long pid, String machine) {
        return new Holder(token, "node7", machine, pid, 1, "anna", 0);
    }
}
