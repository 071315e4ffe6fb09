package nightsweep.experiments.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightsweep.experiments.outcome.Areas;
import nightsweep.experiments.outcome.AttemptHistory;
import nightsweep.experiments.outcome.ConfusionMatrix;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.outcome.FailureReason;
import nightsweep.experiments.outcome.LayerMetrics;
import nightsweep.experiments.outcome.OutputFigures;
import nightsweep.experiments.outcome.ProbabilityScores;
import nightsweep.experiments.outcome.Provenance;
import nightsweep.experiments.outcome.Separation;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.outcome.WeightHistogram;
import nightsweep.experiments.sweep.TrialId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeFileTest {
    private static final List<FailureReason> REASONS = List.of(FailureReason.values());
    private static final TrialId ID = new TrialId("t-0123456789ab");
    private static final Provenance PROVENANCE = new Provenance(
            "0.1 (abc)", 42, -7, "sha256:00", "dl4j", "OpenJDK 17", "Linux", "a \"cpu\"", "MKL", "M2.1", "3.5", "3.3");
    private static final Timing TIMING = new Timing("host", 1_700_000_000_000L, 5, 6, 11, 900)
            .resumed(7)
            .repeated(2)
            .with(AttemptHistory.NONE
                    .and("node-1", "0", 1_699_999_999_000L, "executor lost")
                    .and("host", "1", 1_700_000_000_000L, "diverged"));
    private static final TrialOutcome DIVERGED = new TrialOutcome.Diverged(
            ID,
            2,
            17,
            9.5,
            List.of(new EpochMetrics(
                    1, 0.25, 1, Double.NaN, Double.NaN, List.of(new LayerMetrics("output", 0.5, 2, 10, 3)))),
            PROVENANCE,
            TIMING);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void bringsEveryOutcomeBackExactly(long seed) throws OutcomeFileException {
        Random random = new Random(seed);
        List<TrialOutcome> outcomes = List.of(
                new TrialOutcome.Completed(
                        ID,
                        random.nextLong(),
                        random.nextLong(),
                        epochs(random),
                        random.nextBoolean() ? Optional.of(evaluation(random)) : Optional.empty(),
                        evaluation(random),
                        random.nextBoolean() ? Optional.of(evaluation(random)) : Optional.empty(),
                        PROVENANCE,
                        TIMING),
                new TrialOutcome.Stopped(ID, 5, 6 + random.nextInt(9), epochs(random), PROVENANCE, TIMING),
                new TrialOutcome.Diverged(
                        ID, random.nextInt(), random.nextLong(), number(random), epochs(random), PROVENANCE, TIMING),
                new TrialOutcome.Failed(
                        ID,
                        REASONS.get(random.nextInt(REASONS.size())),
                        "what\n\"happened\" \u0000 😀 </script>",
                        "at a.b(C.java:1)\n\tat d",
                        List.of(),
                        PROVENANCE,
                        TIMING));

        for (TrialOutcome outcome : outcomes) {
            String json = OutcomeFile.write(outcome);

            TrialOutcome read = OutcomeFile.read(json, "outcome.json");

            assertThat(read).isEqualTo(outcome);
            assertThat(OutcomeFile.write(read)).isEqualTo(json);
            assertThat(OutcomeFile.withoutLayers(json.getBytes(StandardCharsets.UTF_8), "outcome.json"))
                    .isEqualTo(withoutLayers(outcome));
        }
    }

    private static TrialOutcome withoutLayers(TrialOutcome outcome) {
        List<EpochMetrics> bare = outcome.epochs().stream()
                .map(epoch -> new EpochMetrics(
                        epoch.epoch(),
                        epoch.trainLoss(),
                        epoch.trainAccuracy(),
                        epoch.validationLoss(),
                        epoch.validationAccuracy()))
                .toList();
        if (outcome instanceof TrialOutcome.Completed one) {
            return new TrialOutcome.Completed(
                    ID,
                    one.parameters(),
                    one.optimizerBytes(),
                    bare,
                    one.validation(),
                    one.test(),
                    one.testWithDropout(),
                    PROVENANCE,
                    TIMING);
        }
        if (outcome instanceof TrialOutcome.Stopped one) {
            return new TrialOutcome.Stopped(ID, one.epoch(), one.planned(), bare, PROVENANCE, TIMING);
        }
        if (outcome instanceof TrialOutcome.Diverged one) {
            return new TrialOutcome.Diverged(ID, one.epoch(), one.step(), one.lossBefore(), bare, PROVENANCE, TIMING);
        }
        return outcome;
    }

    /** Of every size: any bits that are a number, or are not. */
    private static double number(Random random) {
        return random.nextInt(5) == 0
                ? List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, Double.MIN_VALUE)
                        .get(random.nextInt(5))
                : Double.longBitsToDouble(random.nextLong());
    }

    private static List<EpochMetrics> epochs(Random random) {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(epoch -> new EpochMetrics(
                        epoch, number(random), number(random), number(random), number(random), layers(random)))
                .toList();
    }

    private static List<LayerMetrics> layers(Random random) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(layer -> new LayerMetrics(
                        "dense \"" + layer,
                        number(random),
                        number(random),
                        1 + layer,
                        random.nextInt(2 + layer),
                        histogram(random)))
                .toList();
    }

    private static WeightHistogram histogram(Random random) {
        float[] weights = new float[random.nextInt(50)];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.nextFloat();
        }
        return WeightHistogram.of(weights);
    }

    private static Areas areas(Random random) {
        List<Double> classes = random.doubles(random.nextInt(3))
                .map(value -> value < 0.2 ? Double.NaN : value)
                .boxed()
                .toList();
        return new Areas(classes, number(random), number(random));
    }

    private static Evaluation evaluation(Random random) {
        long[][] counts = {{random.nextInt(99), 0}, {random.nextInt(99), Long.MAX_VALUE}};
        Evaluation evaluation =
                new Evaluation(number(random), ConfusionMatrix.of(List.of("0", "cat, \"dog\""), counts));
        return random.nextBoolean()
                ? evaluation
                : evaluation.with(new OutputFigures(
                        new Separation(areas(random), areas(random)),
                        new ProbabilityScores(number(random), number(random), number(random)),
                        random.doubles(random.nextInt(4)).boxed().toList()));
    }

    @Test
    void writesTheSameTextEverywhere() {
        assertThat(OutcomeFile.write(DIVERGED).replaceFirst("sha256-[0-9a-f]{64}", "sha256-@@"))
                .isEqualTo("""
                        {
                          "format" : 3,
                          "id" : "t-0123456789ab",
                          "outcome" : "diverged",
                          "epoch" : 2,
                          "step" : 17,
                          "loss-before" : 9.5,
                          "epochs" : [ {
                            "epoch" : 1,
                            "train-loss" : 0.25,
                            "train-accuracy" : 1.0,
                            "validation-loss" : "NaN",
                            "validation-accuracy" : "NaN",
                            "layers" : [ [ "output", 0.5, 2.0, 10, 3 ] ]
                          } ],
                          "provenance" : {
                            "code-revision" : "0.1 (abc)",
                            "sweep-seed" : 42,
                            "trial-seed" : -7,
                            "dataset-checksum" : "sha256:00",
                            "engine" : "dl4j",
                            "jvm" : "OpenJDK 17",
                            "os" : "Linux",
                            "cpu" : "a \\"cpu\\"",
                            "blas" : "MKL",
                            "dl4j" : "M2.1",
                            "spark" : "3.5",
                            "hadoop" : "3.3"
                          },
                          "timing" : {
                            "host" : "host",
                            "started-millis" : 1700000000000,
                            "train-millis" : 5,
                            "evaluate-millis" : 6,
                            "total-millis" : 11,
                            "steps" : 900,
                            "resumed-epochs" : 7,
                            "repeated-epochs" : 2,
                            "attempts" : [ {
                              "number" : 1,
                              "host" : "node-1",
                              "executor" : "0",
                              "started-millis" : 1699999999000,
                              "ending" : "executor lost"
                            }, {
                              "number" : 2,
                              "host" : "host",
                              "executor" : "1",
                              "started-millis" : 1700000000000,
                              "ending" : "diverged"
                            } ]
                          },
                          "checksum" : "sha256-@@"
                        }
                        """);
    }

    @Test
    void readsFilesFromBeforeAttemptsWereCounted() throws OutcomeFileException {
        String json = Seal.sealed(unsealed().replaceFirst("(?s),\\s*\"attempts\" : \\[.*?\\]", ""));

        TrialOutcome read = OutcomeFile.read(json, "outcome.json");

        assertThat(json).doesNotContain("attempts");
        assertThat(read).isEqualTo(DIVERGED.with(DIVERGED.timing().with(AttemptHistory.NONE)));
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                arguments("\"format\" : 3", "\"format\" : 2", "it is of format 2, but only 3 is known."),
                arguments("\"format\" : 3,", "", "format is missing."),
                arguments("\"step\" : 17,", "", "step is missing."),
                arguments("\"step\" : 17", "\"step\" : 1.5", "step must be a whole number, but got 1.5."),
                arguments(
                        "\"epoch\" : 2", "\"epoch\" : 9999999999", "epoch must be a whole number, but got 9999999999."),
                arguments(
                        "\"step\" : 17,",
                        "\"step\" : 17, \"step\" : 18,",
                        "it is damaged in line 6: Duplicate field 'step'"),
                arguments("0.25", "\"much\"", "epochs.0.train-loss must be a number, but got \"much\"."),
                arguments("0.25", "null", "epochs.0.train-loss must be a number, but got null."),
                arguments("\"epochs\" : \\[ \\{", "\"epochs\" : [ 7, {", "epochs.0.epoch is missing."),
                arguments(
                        "t-0123456789ab",
                        "../secret",
                        "A trial id is t- and 12 hexadecimal digits, but got ../secret."),
                arguments(
                        "diverged",
                        "done",
                        "outcome must be completed, stopped, diverged or failed, but got \"done\"."),
                arguments("\"number\" : 2", "\"number\" : 1", "attempts must be numbered 1, 2, 3, but number 1"),
                arguments("\"executor\" : \"1\",", "", "timing.attempts.1.executor is missing."),
                arguments("\"host\" : \"host\"", "\"host\" : 3", "timing.host must be a text, but got 3."));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void tellsWhatIsDamaged(String part, String damage, String problem) {
        String json = Seal.sealed(unsealed().replaceFirst(part, damage.replace("\\", "\\\\")));

        assertThatExceptionOfType(OutcomeFileException.class)
                .isThrownBy(() -> OutcomeFile.read(json, "t-1/outcome.json"))
                .withMessageStartingWith("Cannot read outcome t-1/outcome.json: " + problem);
    }

    @Test
    void refusesAFileWithoutAChecksum() {
        assertThatExceptionOfType(OutcomeFileException.class)
                .isThrownBy(() -> OutcomeFile.read(unsealed(), "outcome.json"))
                .withMessage(
                        "Cannot read outcome outcome.json: it has no checksum at its end: it was cut off or changed,"
                                + " or a version of Nightsweep wrote it that knew of none.");
    }

    @Test
    void refusesAFileWithAnotherChecksum() {
        String json = OutcomeFile.write(DIVERGED).replace("\"step\" : 17", "\"step\" : 18");

        assertThatExceptionOfType(OutcomeFileException.class)
                .isThrownBy(() -> OutcomeFile.read(json, "outcome.json"))
                .withMessage(
                        "Cannot read outcome outcome.json: its checksum is that of another content: it is damaged.");
    }

    @Test
    void refusesAChangeInWhatItPassesOver() throws OutcomeFileException {
        String json = OutcomeFile.write(DIVERGED);
        byte[] changed =
                json.replace("[ \"output\", 0.5,", "[ \"output\", 0.6,").getBytes(StandardCharsets.UTF_8);

        assertThat(OutcomeFile.withoutLayers(json.getBytes(StandardCharsets.UTF_8), "outcome.json")
                        .epochs())
                .containsExactly(new EpochMetrics(1, 0.25, 1, Double.NaN, Double.NaN));
        assertThatExceptionOfType(OutcomeFileException.class)
                .isThrownBy(() -> OutcomeFile.withoutLayers(changed, "outcome.json"))
                .withMessageEndingWith("its checksum is that of another content: it is damaged.");
    }

    private static String unsealed() {
        return OutcomeFile.write(DIVERGED).replaceFirst(",\n  \"checksum.*", "");
    }

    @Test
    void survivesEveryCut() {
        String json = OutcomeFile.write(DIVERGED).strip();

        for (int length = 0; length < json.length(); length++) {
            String cut = json.substring(0, length);
            assertThatExceptionOfType(OutcomeFileException.class)
                    .as(cut)
                    .isThrownBy(() -> OutcomeFile.read(cut, "outcome.json"));
        }
    }
}
