package nightsweep.worker.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import nightsweep.experiments.json.OutcomeFileException;
import nightsweep.experiments.outcome.Attempt;
import nightsweep.experiments.outcome.AttemptHistory;
import nightsweep.experiments.outcome.Provenance;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.progress.RunningTrial;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.worker.evaluation.TableFile;
import nightsweep.worker.storage.DamagedFileException;
import nightsweep.worker.storage.Durability;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialStoreTest {
    private static final int MUTANTS = 100;
    private static final TrialId ID = new TrialId("t-0123456789ab");
    private static final TrialId OTHER = new TrialId("t-0123456789ac");

    @TempDir
    private Path folder;

    private TrialStore trials;

    @BeforeEach
    void open() throws IOException {
        trials = new TrialStore(new org.apache.hadoop.fs.Path(folder.toUri()), new Configuration());
    }

    @Test
    void keepsOutcomes() throws Exception {
        trials.keep(diverged(ID));

        assertThat(trials.outcome(ID)).contains(diverged(ID));
        assertThat(trials.outcome(OTHER)).isEmpty();
        assertThat(trials.known()).isEqualTo(new KnownTrials(Set.of(ID.text()), Set.of()));
        assertThat(folder.resolve("journal/01/" + ID + ".json")).exists();
    }

    @Test
    void dropsWhatWasNotWrittenToItsEnd() throws Exception {
        trials.keep(diverged(ID));
        Path left = Files.writeString(folder.resolve("journal/01/." + ID + ".json.1"), "half");

        trials.dropUnfinished(OTHER);
        assertThat(left).exists();
        trials.dropUnfinished(ID);

        assertThat(left).doesNotExist();
        assertThat(trials.outcome(ID)).contains(diverged(ID));
    }

    @Test
    void knowsNoneWhereThereIsNoFolder() throws IOException {
        assertThat(trials.known()).isEqualTo(new KnownTrials(Set.of(), Set.of()));
    }

    @Test
    void refusesTheOutcomeOfAnotherTrial() throws IOException {
        trials.keep(diverged(ID));
        trials.keep(diverged(OTHER));
        Files.copy(
                folder.resolve("journal/01/" + ID + ".json"),
                folder.resolve("journal/01/" + OTHER + ".json"),
                StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> trials.outcome(OTHER))
                .isInstanceOf(OutcomeFileException.class)
                .hasMessageEndingWith("it is the outcome of another trial, t-0123456789ab.");
    }

    @Test
    void setsOutcomesAsideWithAllTheirAttempts() throws Exception {
        TrialOutcome first = diverged(ID);
        trials.keep(first);
        trials.setAside(first);
        PastAttempts afterOne = trials.past(ID);
        TrialOutcome second = first.with(first.timing().with(afterOne.history().and("host", "3", 7, "executor lost")));
        trials.keep(second, List.of(new TableFile("trial.log", "a line\n")), afterOne);
        assertThat(files()).containsExactly("01/" + ID + ".json", "01/" + ID + ".zip");
        trials.setAside(second);

        assertThat(files()).containsExactly("01/" + ID + ".failed");
        assertThat(trials.known().begun(ID)).isTrue();
        assertThat(trials.outcome(ID)).isEmpty();
        assertThat(trials.past(ID).history().attempts())
                .extracting(Attempt::number, Attempt::ending)
                .containsExactly(tuple(1, "diverged"), tuple(2, "executor lost"));
        assertThat(trials.past(ID).files())
                .extracting(TableFile::name)
                .containsExactly("failed-1.json", "failed-2.json");
        assertThat(trials.past(OTHER).history()).isEqualTo(AttemptHistory.NONE);
    }

    @Test
    void setsAsideOnceWhereverItWasKilled() throws Exception {
        TrialOutcome first = diverged(ID);
        trials.keep(first);
        trials.setAside(first);
        trials.keep(first, List.of(), trials.past(ID));
        Path outcome = folder.resolve("journal/01/" + ID + ".json");
        byte[] kept = Files.readAllBytes(outcome);
        trials.setAside(first);
        Files.write(outcome, kept);

        trials.setAside(first);

        assertThat(trials.past(ID).files()).hasSizeLessThanOrEqualTo(2);
        assertThat(files()).containsExactly("01/" + ID + ".failed");
    }

    @Test
    void leavesTwoFilesWhateverATrialLeft() throws Exception {
        List<TableFile> left = List.of(new TableFile("trial.log", "größer\n"), new TableFile("roc.csv", "x,y\n"));

        trials.keep(diverged(ID), left, PastAttempts.NONE);

        assertThat(files()).containsExactly("01/" + ID + ".json", "01/" + ID + ".zip");
        TrialArchive archive = trials.archive(ID).orElseThrow();
        assertThat(archive.files()).isEqualTo(left);
        assertThat(archive.text("roc.csv")).contains("x,y\n");
        assertThat(archive.text("absent.csv")).isEmpty();
        assertThat(trials.archive(OTHER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void refusesADamagedArchive(long seed) throws IOException {
        Random random = new Random(seed);
        trials.keep(diverged(ID), List.of(new TableFile("trial.log", "a line\n".repeat(20))), PastAttempts.NONE);
        Path file = folder.resolve("journal/01/" + ID + ".zip");
        byte[] whole = Files.readAllBytes(file);

        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = mutant(whole, random);
            Files.write(file, mutant);

            if (!Arrays.equals(mutant, whole)) {
                assertThatThrownBy(() -> trials.archive(ID))
                        .as("mutant %d", i)
                        .isInstanceOf(DamagedFileException.class)
                        .hasMessageContaining(ID + ".zip");
            }
        }
    }

    @Test
    void refusesTheArchiveOfAnotherTrial() throws IOException {
        trials.keep(diverged(ID), List.of(new TableFile("trial.log", "a line\n")), PastAttempts.NONE);
        Files.copy(folder.resolve("journal/01/" + ID + ".zip"), folder.resolve("journal/01/" + OTHER + ".zip"));

        assertThatThrownBy(() -> trials.archive(OTHER)).isInstanceOf(DamagedFileException.class);
    }

    @Test
    void dropsWhatIsLeftOfAnAttemptThatWasKilled() throws IOException {
        trials.keep(diverged(ID), List.of(new TableFile("roc.csv", "x,y\n")), PastAttempts.NONE);

        trials.keep(diverged(ID));

        assertThat(files()).containsExactly("01/" + ID + ".json");
    }

    /** The files of the journal by path. */
    private List<String> files() throws IOException {
        Path journal = folder.resolve("journal");
        try (Stream<Path> found = Files.walk(journal)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> journal.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void keepsTheLastCheckpoint() throws IOException {
        trials.keepCheckpoint(ID, new byte[] {1, 2, 3}, Durability.ON_DISK);
        trials.keepCheckpoint(ID, new byte[] {4, 5}, Durability.WHOLE);

        assertThat(trials.checkpoint(ID)).contains(new byte[] {4, 5});
        assertThat(trials.checkpoint(OTHER)).isEmpty();
    }

    @Test
    void letsGoOfACheckpoint() throws IOException {
        trials.keepCheckpoint(ID, new byte[] {1}, Durability.ON_DISK);

        trials.dropCheckpoint(ID);
        trials.dropCheckpoint(OTHER);

        assertThat(trials.checkpoint(ID)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void ignoresADamagedCheckpoint(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] state = new byte[random.nextInt(200)];
        random.nextBytes(state);
        trials.keepCheckpoint(ID, state, Durability.WHOLE);
        Path file = folder.resolve("checkpoints/" + ID + ".bin");
        byte[] whole = Files.readAllBytes(file);

        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = mutant(whole, random);
            Files.write(file, mutant);

            if (!Arrays.equals(mutant, whole)) {
                assertThat(trials.checkpoint(ID)).as("mutant %d", i).isEmpty();
            }
        }
    }

    @Test
    void tellsHowFarATrialIsUntilItEnds() throws IOException {
        RunningTrial running = new RunningTrial(ID, 2, "node7", 3, 15, 1_000, 9_000);

        trials.tell(running);

        assertThat(trials.running(ID)).contains(running);
        assertThat(trials.toldMillis(ID)).isPositive();
        trials.tellNoMore(ID);
        assertThat(trials.running(ID)).isEmpty();
    }

    private static byte[] mutant(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(4)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes = Arrays.copyOf(bytes, at);
            case 2 -> bytes = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(9));
            default -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(50)), (byte) 0);
        }
        return bytes;
    }

    private static TrialOutcome diverged(TrialId id) {
        return new TrialOutcome.Diverged(
                id,
                1,
                2,
                List.of(),
                new Provenance("", 1, 2, "", "", "", "", "", "", "", "", ""),
                new Timing("host", 1, 2, 3, 4, 5));
    }
}
