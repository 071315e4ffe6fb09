package nightsweep.worker.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import nightsweep.experiments.outcome.Provenance;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.worker.evaluation.TableFile;
import nightsweep.worker.storage.Durability;
import nightsweep.worker.storage.WholeFiles;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and trials on a store that cannot rename. */
class ObjectStoreTest {
    private static final TrialId ID = new TrialId("t-0123456789ab");

    @TempDir
    private java.nio.file.Path folder;

    private final Configuration hadoop = new Configuration();
    private Path root;
    private WholeFiles files;

    @BeforeEach
    void open() throws IOException {
        hadoop.set("fs.s3a.impl", ObjectStore.class.getName());
        root = new Path("s3a://" + folder);
        files = new WholeFiles(root, hadoop);
    }

    @Test
    void showsWhatWasWrittenWhenAllOfItIsThere() throws IOException {
        Path path = new Path(root, "a/b.txt");
        files.write(path, "before", Durability.ON_DISK);

        files.write(
                path,
                out -> {
                    out.append("now");
                    assertThat(files.read(path)).contains("before");
                },
                Durability.ON_DISK);

        assertThat(files.read(path)).contains("now");
        assertThat(files.namesBelow(root)).containsExactly("b.txt");
    }

    @Test
    void keepsWhatWasThereWhenWritingFails() throws IOException {
        Path path = new Path(root, "a.txt");
        files.write(path, "before", Durability.WHOLE);

        assertThatThrownBy(() -> files.write(
                        path,
                        out -> {
                            out.append("half");
                            throw new IOException("broken");
                        },
                        Durability.WHOLE))
                .hasMessage("broken");

        assertThat(files.read(path)).contains("before");
    }

    @Test
    void promisesNoExclusiveCreation() throws IOException {
        assertThat(files.createsOnce()).isFalse();
        assertThat(new WholeFiles(new Path(folder.toUri()), hadoop).createsOnce())
                .isTrue();
        assertThat(files.create(new Path(root, "1.json"), "mine")).isTrue();
    }

    @Test
    void keepsTrialsAndSetsThemAside() throws Exception {
        TrialStore trials = new TrialStore(root, hadoop);
        TrialOutcome outcome = new TrialOutcome.Diverged(
                ID,
                1,
                2,
                List.of(),
                new Provenance("", 1, 2, "", "", "", "", "", "", "", "", ""),
                new Timing("host", 1, 2, 3, 4, 5));
        trials.keepCheckpoint(ID, new byte[] {1}, Durability.WHOLE);
        trials.keep(outcome, List.of(new TableFile("trial.log", "a line\n")), PastAttempts.NONE);

        assertThat(trials.outcome(ID)).contains(outcome);
        assertThat(trials.known().ended(ID)).isTrue();
        trials.setAside(outcome);
        trials.dropUnfinished();
        assertThat(trials.outcome(ID)).isEmpty();
        assertThat(trials.past(ID).files()).hasSize(1);
        assertThat(trials.checkpoint(ID)).isPresent();
    }
}
