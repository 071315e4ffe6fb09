package nightsweep.experiments.sweepfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import nightsweep.experiments.json.OutcomeFile;
import nightsweep.experiments.json.OutcomeFileException;
import nightsweep.experiments.json.ProgressFile;
import nightsweep.experiments.json.Seal;
import nightsweep.experiments.outcome.ConfusionMatrix;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.outcome.Provenance;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.progress.Holder;
import nightsweep.experiments.progress.RunningTrial;
import nightsweep.experiments.sweep.TrialId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of the run directory with bytes changed, cut, doubled or swapped: none is ever taken for a whole one. */
class FileFuzzTest {
    private static final int MUTANTS = 250;
    private static final TrialId ID = new TrialId("t-0123456789ab");
    private static final Evaluation TEST =
            new Evaluation(0.5, ConfusionMatrix.of(List.of("a", "b"), new long[][] {{3, 1}, {0, 4}}));
    private static final String OUTCOME = OutcomeFile.write(new TrialOutcome.Completed(
            ID,
            17,
            List.of(new EpochMetrics(1, 0.25, 1, Double.NaN, Double.NaN)),
            Optional.empty(),
            TEST,
            Optional.of(TEST),
            new Provenance("0.1", 42, -7, "00", "dl4j", "ü JDK 17", "Linux", "cpu", "MKL", "M2.1", "3.5", "3.3"),
            new Timing("host", 1_700_000_000_000L, 5, 6, 11, 900)));
    private static final String RUNNING = ProgressFile.write(new RunningTrial(ID, 1, "node7", 2, 15, 1_000, 2_000));
    private static final String HOLDER =
            ProgressFile.write(new Holder("x", "node7", "boot 1", 4711, 5, "anna", 1_000, "", 0));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void noDamagedFileIsAccepted(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < MUTANTS; i++) {
            refuses(OUTCOME, random, FileFuzzTest::accepted);
            refuses(RUNNING, random, text -> ProgressFile.runningTrial(text).isPresent());
            refuses(HOLDER, random, text -> ProgressFile.holder(text).isPresent());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whatIsSealedButSenselessIsRefusedInWords(long seed) {
        Random random = new Random(seed);
        String unsealed = OUTCOME.replaceFirst(",\n  \"checksum.*", "");
        for (int i = 0; i < MUTANTS; i++) {
            String mutant = new String(mutant(unsealed, random), StandardCharsets.UTF_8);
            boolean ignored = accepted(Seal.sealed(mutant + "\n}\n"));
        }
    }

    private static void refuses(String whole, Random random, Predicate<String> accepted) {
        String mutant = new String(mutant(whole, random), StandardCharsets.UTF_8);
        if (!mutant.equals(whole)) {
            assertThat(accepted.test(mutant)).as(mutant).isFalse();
        }
    }

    /** What is refused as a whole may be accepted where what is wrong is passed over, but never ends otherwise. */
    private static boolean accepted(String text) {
        try {
            var ignored = OutcomeFile.withoutLayers(text.getBytes(StandardCharsets.UTF_8), "outcome.json");
        } catch (OutcomeFileException e) {
            assertThat(e).hasMessageStartingWith("Cannot read outcome outcome.json: ");
        }
        try {
            TrialOutcome read = OutcomeFile.read(text, "outcome.json");
            TrialOutcome brief = OutcomeFile.withoutLayers(text.getBytes(StandardCharsets.UTF_8), "outcome.json");
            assertThat(brief.timing()).isEqualTo(read.timing());
            return read.id().equals(ID);
        } catch (OutcomeFileException e) {
            assertThat(e).hasMessageStartingWith("Cannot read outcome outcome.json: ");
            return false;
        }
    }

    /** One to three times bytes are changed, cut, doubled or moved. */
    private static byte[] mutant(String text, Random random) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int edits = random.nextInt(3); edits >= 0 && bytes.length > 1; edits--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt();
                case 2 -> bytes = Arrays.copyOf(bytes, at);
                case 3 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + random.nextInt(99)), (byte) 0);
                case 4 -> bytes = without(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(40)));
                default -> {
                    int other = random.nextInt(bytes.length);
                    byte swapped = bytes[at];
                    bytes[at] = bytes[other];
                    bytes[other] = swapped;
                }
            }
        }
        return bytes;
    }

    private static byte[] without(byte[] bytes, int from, int to) {
        byte[] rest = new byte[bytes.length - (to - from)];
        System.arraycopy(bytes, 0, rest, 0, from);
        System.arraycopy(bytes, to, rest, from, bytes.length - to);
        return rest;
    }
}
