package nightsweep.worker.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFilesTest {
    @TempDir
    private java.nio.file.Path folder;

    private WholeFiles files;

    @BeforeEach
    void open() throws IOException {
        files = new WholeFiles(new Path(folder.toUri()), new Configuration());
    }

    @Test
    void readsWhatItWrote() throws IOException {
        Path path = path("a/b/c.txt");

        files.write(path, "größer\n", Durability.ON_DISK);

        assertThat(files.read(path)).contains("größer\n");
        assertThat(names("a/b")).containsExactly("c.txt");
    }

    @Test
    void makesAFileOnceHoweverManyTry() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (int round = 0; round < 20; round++) {
            Path path = path("new/" + round);
            List<Callable<Boolean>> tries = Stream.iterate(0, i -> i + 1)
                    .limit(8)
                    .<Callable<Boolean>>map(i -> () -> files.create(path, "by " + i))
                    .toList();

            int made = 0;
            for (Future<Boolean> one : threads.invokeAll(tries)) {
                made += one.get() ? 1 : 0;
            }

            assertThat(made).isEqualTo(1);
            assertThat(files.read(path).orElseThrow()).startsWith("by ");
        }
        threads.shutdown();
        assertThat(names("new")).hasSize(20);
    }

    @Test
    void readsNothingFromAnAbsentFile() throws IOException {
        assertThat(files.read(path("absent"))).isEmpty();
    }

    @Test
    void leavesNothingWhereItCannotWrite() throws IOException {
        Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> files.write(path("file/below.txt"), "text", Durability.ON_DISK))
                .isInstanceOf(IOException.class);

        assertThat(names("")).containsExactly("file");
    }

    @Test
    void neverShowsHalfAFile() throws Exception {
        Path path = path("renewed.txt");
        String one = "1".repeat(1 << 20);
        String two = "2".repeat(1 << 20);
        files.write(path, one, Durability.ON_DISK);
        AtomicBoolean ended = new AtomicBoolean();
        Thread writer = new Thread(() -> renew(path, one, two, ended));
        writer.start();

        while (!ended.get()) {
            Optional<String> seen = files.read(path);

            assertThat(seen.isPresent() && (seen.get().equals(one) || seen.get().equals(two)))
                    .isTrue();
        }
        writer.join();
    }

    private void renew(Path path, String one, String two, AtomicBoolean ended) {
        try {
            for (int i = 0; i < 20; i++) {
                files.write(path, i % 2 == 0 ? two : one, Durability.ON_DISK);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        } finally {
            ended.set(true);
        }
    }

    private Path path(String name) {
        return new Path(new Path(folder.toUri()), name);
    }

    private Stream<String> names(String under) throws IOException {
        try (Stream<java.nio.file.Path> found = Files.list(folder.resolve(under))) {
            return found.map(path -> path.getFileName().toString()).sorted().toList().stream();
        }
    }
}
