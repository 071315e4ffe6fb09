package nightsweep.driver.schedule.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import nightsweep.driver.schedule.proof.Sighting.Seen;
import nightsweep.worker.storage.WholeFiles;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofsTest {
    private static final Configuration HADOOP = new Configuration();

    private final Path folder;
    private final List<String> told = new ArrayList<>();
    private final List<String> turnedAway = new ArrayList<>();

    private final RunSight sight;
    private final Proofs proofs;

    ProofsTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        sight = sight(folder.resolve("run"), UUID.randomUUID().toString());
        WholeFiles files = new WholeFiles(new org.apache.hadoop.fs.Path(sight.run()), HADOOP);
        proofs = new Proofs(files, sight, "hdfs:///runs/x", "a", told::add, turnedAway::add);
        proofs.begin();
    }

    @Test
    void provesAProcessThatSharesTheDirectory() throws Exception {
        Sighting first = sight.look(HADOOP, "1", "a").orElseThrow();
        assertThat(first.seen()).isEqualTo(Seen.WROTE);

        proofs.hear(first, 1, 0);

        assertThat(sight.look(HADOOP, "1", "a")).isEmpty();
        assertThat(sight.look(HADOOP, "1", "a")).isEmpty();
        proofs.end();
        assertThat(folder.resolve("run")).isEmptyDirectory();
        assertThat(told).isEmpty();
    }

    @Test
    void refusesWhenTheOnlyExecutorSeesNothing() throws Exception {
        RunSight elsewhere = sight(folder.resolve("other disk"), sight.word());

        Sighting seen = elsewhere.look(HADOOP, "2", "worker-2").orElseThrow();

        assertThat(seen.seen()).isEqualTo(Seen.NOTHING);
        assertThat(folder.resolve("other disk")).doesNotExist();
        assertThatThrownBy(() -> proofs.hear(seen, 1, 0))
                .isInstanceOf(UnsharedRunDirectoryException.class)
                .hasMessage(
                        "Cannot run in hdfs:///runs/x: executor 2 on host worker-2 does not see what the driver wrote"
                                + " there (driver: host a). Nothing was trained. Give --out a place that every machine sees and"
                                + " may write to, such as hdfs:///…, s3a://… or a folder that is mounted on all of them.");
    }

    @Test
    void refusesWhenNoExecutorCanWrite() throws Exception {
        Sighting seen = new Sighting("2", "worker-2", Seen.READ, "Permission denied");

        assertThatThrownBy(() -> proofs.hear(seen, 1, 0))
                .hasMessageContaining("executor 2 on host worker-2 cannot write there (Permission denied)");
    }

    @Test
    void refusesWhatIsWrittenToAnotherDiskAfterLookingAgain() throws Exception {
        Path file = folder.resolve("copy/.proof/driver");
        Files.createDirectories(file.getParent());
        Files.writeString(file, sight.word());
        RunSight copy = sight(folder.resolve("copy"), sight.word());

        Sighting seen = copy.look(HADOOP, "2", "worker-2").orElseThrow();

        assertThat(seen.seen()).isEqualTo(Seen.WROTE);
        proofs.hear(seen, 1, 0);
        proofs.hear(copy.look(HADOOP, "2", "worker-2").orElseThrow(), 1, 0);
        assertThatThrownBy(() -> proofs.hear(seen, 1, 0))
                .hasMessageContaining("executor 2 on host worker-2 writes there what the driver does not see");
    }

    @Test
    void turnsOneAwayWhereAnotherIsProved() throws Exception {
        Sighting bad = new Sighting("2", "worker-2", Seen.NOTHING, "");
        proofs.hear(bad, 2, 0);
        assertThat(told).isEmpty();

        proofs.hear(sight.look(HADOOP, "1", "a").orElseThrow(), 2, 0);
        proofs.hear(bad, 2, 0);

        assertThat(told)
                .containsExactly("Executor 2 on host worker-2 does not see what the driver wrote there: hdfs:///runs/x"
                        + " (driver: host a). It gets no trials; the others go on.");
        assertThat(turnedAway).containsExactly("2");
    }

    @Test
    void waitsForOthersButNotForEver() throws Exception {
        Sighting bad = new Sighting("2", "worker-2", Seen.NOTHING, "");
        proofs.hear(bad, 3, 0);
        proofs.hear(bad, 3, TimeUnit.SECONDS.toNanos(14));

        assertThatThrownBy(() -> proofs.hear(bad, 3, TimeUnit.SECONDS.toNanos(16)))
                .isInstanceOf(UnsharedRunDirectoryException.class);
    }

    @Test
    void saysThatAnExecutorHasNoSuchFileSystem() throws Exception {
        Sighting seen = new RunSight("none://bucket/x", sight.word())
                .look(HADOOP, "1", "b")
                .orElseThrow();

        assertThat(seen.trouble())
                .isEqualTo("executor 1 on host b does not see what the driver wrote there (No FileSystem for scheme"
                        + " \"none\")");
    }

    private static RunSight sight(Path run, String word) {
        return new RunSight(run.toUri().toString(), word);
    }
}
