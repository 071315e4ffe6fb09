package nightsweep.driver.journal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nightsweep.experiments.json.ProgressFile;
import nightsweep.experiments.progress.Holder;
import nightsweep.worker.storage.WholeFiles;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeaseTest {
    private static final Lease.Terms LONG = new Lease.Terms(Duration.ofHours(1), Duration.ofSeconds(60));
    private static final Lease.Terms SHORT = new Lease.Terms(Duration.ofMillis(100), Duration.ofSeconds(1));
    private static final int THREADS = 16;

    @TempDir
    private Path folder;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final FakeStopwatch stopwatch = new FakeStopwatch();

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
            assertThat(Lease.holder(files(), LONG, self(), System.currentTimeMillis()))
                    .isPresent();
        }
        assertThat(Lease.holder(files(), LONG, self(), System.currentTimeMillis()))
                .isEmpty();
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
                                self.processStartTicks() - 60_000,
                                "anna",
                                0,
                                "",
                                0));

        take(self).close();
    }

    @ParameterizedTest
    @ValueSource(longs = {-61_000, 0, 2_000_000_000_000L})
    void isTakenOverWhenNotRenewedWhileWaitedForWhateverItsDate(long offsetMillis) throws Exception {
        files().take(1, with("elsewhere", 1, "another machine"));
        age(1, Duration.ofMillis(-offsetMillis));

        take(self()).close();

        assertThat(told)
                .singleElement()
                .asString()
                .contains("Another run was at work in runs/a (process 1 of anna on node7, since ")
                .contains("Waiting up to 60 s for a sign of life");
        assertThat(stopwatch.nanos)
                .isBetween(SECONDS.toNanos(60), LONG.interval().toNanos());
    }

    @ParameterizedTest
    @ValueSource(longs = {-3_600_000, 0, 3_600_000})
    void isRefusedWhenRenewedWhileWaitedForWhateverTheClockSays(long offsetMillis) throws Exception {
        files().take(1, with("elsewhere", 1, "another machine"));
        age(1, Duration.ofMillis(5_000 - offsetMillis));
        stopwatch.atSecond(30, () -> age(1, Duration.ofMillis(-offsetMillis)));

        assertThatThrownBy(() -> take(self()))
                .isInstanceOf(RunDirectoryException.class)
                .hasMessageStartingWith(
                        "Cannot run in runs/a: another run is at work there (process 1 of anna on node7, since ");
        assertThat(stopwatch.nanos).isLessThan(SECONDS.toNanos(40));
    }

    @Test
    void isNotWaitedForAnyLongerWhenGivenBack() throws Exception {
        files().take(1, with("elsewhere", 1, "another machine"));
        stopwatch.atSecond(10, () -> files().giveBack(1));

        take(self()).close();

        assertThat(stopwatch.nanos).isLessThan(SECONDS.toNanos(20));
    }

    @Test
    void isTakenOverFromAnUnfinishedFileWhenNobodyFinishesIt() throws Exception {
        Files.createDirectories(folder.resolve(".lease"));
        Files.writeString(folder.resolve(".lease/1.json"), "");

        take(self()).close();

        assertThat(told).singleElement().asString().contains("its name is not written");
    }

    @Test
    void isTakenOverAtOnceByALaterAttemptOfTheSameApplication() throws Exception {
        Holder first = application("first", "yarn application_1_0001", 1);
        files().take(1, first);

        take(application("second", "yarn application_1_0001", 2)).close();

        assertThat(told).isEmpty();
        assertThat(stopwatch.nanos).isZero();
    }

    @Test
    void isWaitedForByAnEarlierAttemptAndAnotherApplication() throws Exception {
        files().take(1, application("second", "yarn application_1_0001", 2));

        take(application("first", "yarn application_1_0001", 1)).close();
        files().take(3, application("second", "yarn application_1_0001", 2));
        take(application("other", "yarn application_1_0002", 3)).close();

        assertThat(told).hasSize(2);
    }

    @Test
    void isTakenOverAtOnceByARestartedPod() throws Exception {
        files().take(1, application("before", "pod night-1", 0));

        take(application("after", "pod night-1", 0)).close();

        assertThat(told).isEmpty();
    }

    @Test
    void isRenewed() throws Exception {
        try (Lease lease = Lease.take(files(), self(), SHORT, stopwatch, "runs/a", told::add)) {
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
        CountDownLatch heard = new CountDownLatch(1);
        try (Lease lease = Lease.take(files(), self(), SHORT, stopwatch, "runs/a", told::add)) {
            lease.whenLost(heard::countDown);
            files().take(2, with("other", 1, "another machine"));

            assertThat(heard.await(20, TimeUnit.SECONDS)).isTrue();
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

    private List<Lease> tryToTake() throws IOException, InterruptedException {
        try {
            return List.of(take(self()));
        } catch (RunDirectoryException e) {
            assertThat(e).hasMessageContaining("another run is at work there");
            return List.of();
        }
    }

    @Test
    void isLostToALaterTakerOfTheSameNumberOnAnObjectStore() throws Exception {
        LeaseFiles objects = onObjectStore();
        stopwatch.atSecond(
                1,
                () -> Files.writeString(
                        folder.resolve(".lease/1.json"), ProgressFile.write(with("later", 1, "another machine"))));
        stopwatch.atSecond(20, () -> age(1, Duration.ofHours(-1)));

        assertThatThrownBy(() -> Lease.take(objects, self(), LONG, stopwatch, "runs/a", told::add))
                .isInstanceOf(RunDirectoryException.class)
                .hasMessageContaining("another run is at work there (process 1 of anna on node7, since ");
        assertThat(objects.holder(objects.last().orElseThrow()).orElseThrow().token())
                .isEqualTo("later");
    }

    @Test
    void isLookedAtTwiceOnAnObjectStore() throws Exception {
        try (Lease lease = Lease.take(onObjectStore(), self(), LONG, stopwatch, "runs/a", told::add)) {
            assertThat(lease.lost()).isFalse();
            assertThat(stopwatch.nanos).isPositive();
        }
    }

    private LeaseFiles onObjectStore() throws IOException {
        Configuration hadoop = new Configuration();
        hadoop.setClass("fs.s3a.impl", LocalObjects.class, FileSystem.class);
        org.apache.hadoop.fs.Path run = new org.apache.hadoop.fs.Path("s3a://bucket" + folder);
        return new LeaseFiles(run, new WholeFiles(run, hadoop));
    }

    private static Holder application(String token, String application, int attempt) {
        return new Holder(token, "node7", token, 1, 1, "anna", 0, application, attempt);
    }

    private Lease take(Holder self) throws IOException, RunDirectoryException, InterruptedException {
        return Lease.take(files(), self, LONG, stopwatch, "runs/a", told::add);
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
        return new Holder(token, "node7", machine, pid, 1, "anna", 0, "", 0);
    }

    /** Time that passes when it is slept. */
    private static final class FakeStopwatch implements Stopwatch {
        private final Map<Long, Event> events = new TreeMap<>();
        private volatile long nanos;

        interface Event {
            void come() throws IOException;
        }

        void atSecond(long second, Event event) {
            events.put(SECONDS.toNanos(second), event);
        }

        @Override
        public long nanoTime() {
            return nanos;
        }

        @Override
        public synchronized void sleep(Duration time) {
            nanos += Math.min(time.toNanos(), SECONDS.toNanos(5));
            for (Map.Entry<Long, Event> event : List.copyOf(events.entrySet())) {
                if (event.getKey() <= nanos) {
                    events.remove(event.getKey());
                    try {
                        event.getValue().come();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        }
    }
}
