package nightsweep.driver.cli.init;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nightsweep.experiments.dataset.DataRemark;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.network.Shape;

/**
 * A first sweep of some data: a network that suits their shape, and a small grid around it.
 *
 * @param facts of the data as {@link #dataset} declares them
 */
record FirstSweep(FoundData data, DatasetFacts facts) {
    private static final double VALIDATION = 0.2;
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_PICTURES = 2_000;
    private static final int MOST_TESTED = 5_000;
    private static final int STEPS_OF_ROWS = 1_500;
    private static final int STEPS_OF_PICTURES = 200;
    private static final int LEAST_EPOCHS = 2;
    private static final int MOST_EPOCHS = 50;
    private static final double MOST_MILLIS = 40_000;

    /** Below this a filter of three pixels and two poolings leave nothing. */
    private static final int LEAST_SIDE = 16;

    /**
     * The declaration of the data, in lines.
     *
     * @param facts of the same without limits; those that are needed are added
     */
    static List<String> dataset(FoundData data, DatasetFacts facts) {
        List<String> lines = new ArrayList<>(data.lines());
        lines.add(FoundData.line("validation: " + VALIDATION, "of the others, to compare trials on"));
        int most = facts.shape().size() == 1 ? MOST_ROWS : MOST_PICTURES;
        if (facts.trainExamples() + facts.validationExamples() > most) {
            lines.add(FoundData.line("train-limit: " + most, "enough for a first look; 0 for all"));
        }
        if (facts.testExamples() > MOST_TESTED) {
            lines.add("test-limit: " + MOST_TESTED);
        }
        return lines;
    }

    /** The same, before anything is known of them. */
    static List<String> dataset(FoundData data) {
        return Stream.concat(data.lines().stream(), Stream.of("validation: " + VALIDATION))
                .toList();
    }

    /** Epochs that are enough to see what learns. */
    int epochs() {
        int stepsAnEpoch = Math.max(1, facts.trainExamples() / batch());
        int steps = pictures() ? STEPS_OF_PICTURES : STEPS_OF_ROWS;
        return Math.max(LEAST_EPOCHS, Math.min(MOST_EPOCHS, steps / stepsAnEpoch));
    }

    /** So many that all trials take less than a minute, where they would take longer. */
    int epochsWithin(double allMillis) {
        return (int) Math.max(LEAST_EPOCHS, epochs() * Math.min(1, MOST_MILLIS / allMillis));
    }

    private int batch() {
        return facts.trainExamples() < 1_000 ? 16 : facts.trainExamples() < 10_000 ? 32 : 64;
    }

    /** The file, without what is said of it at its top. */
    String text(List<String> dataset, int epochs) {
        List<String> lines = new ArrayList<>();
        lines.add("name: " + data.name());
        lines.add("");
        lines.add("dataset:");
        dataset.forEach(line -> lines.add("  " + line));
        lines.add("");
        lines.add("network:");
        network().forEach(line -> lines.add("  - " + line));
        lines.addAll(List.of(
                "",
                "training:",
                "  epochs: " + epochs,
                "  batch-size: " + batch(),
                FoundData.line("  optimizer: $optimizer", "$name takes each value of the grid"),
                "  learning-rate: $rate",
                "",
                "# Every combination is trained: 2 x 2 x 3 = 12 configurations.",
                "grid:",
                "  activation: [relu, tanh]",
                "  optimizer: [sgd, adam]",
                "  rate: [0.1, 0.01, 0.001]",
                "",
                FoundData.line("repeats: 3", "from so many starts each, which tells luck from merit"),
                "",
                "# nightsweep run FILE --quick sees that all works.",
                "quick: {training.epochs: 1}",
                ""));
        return String.join("\n", lines);
    }

    /** What the reader had to say of the data, in sentences. */
    List<String> remarks() {
        return Stream.of(
                        data.notes().stream(),
                        facts.remarks().stream().map(DataRemark::message),
                        facts.notes().stream())
                .flatMap(told -> told)
                .toList();
    }

    private List<String> network() {
        List<String> layers = new ArrayList<>();
        if (pictures()) {
            layers.add("convolution: {filters: 16, size: 3, activation: $activation}");
            layers.add("max-pooling: {size: 2}");
            layers.add("convolution: {filters: 32, size: 3, activation: $activation}");
            layers.add("max-pooling: {size: 2}");
            layers.add("dense:  {units: 64, activation: $activation}");
        } else {
            int units = Math.max(16, Math.min(128, Integer.highestOneBit(Math.max(1, 2 * facts.width() - 1))));
            layers.add("dense:  {units: " + units + ", activation: $activation}");
            if (facts.trainExamples() >= 1_000) {
                layers.add("dense:  {units: " + Math.max(16, units / 2) + ", activation: $activation}");
            }
        }
        layers.add(
                data.number()
                        ? "output: {units: 1, loss: mean-squared-error}"
                        : "output: {units: " + facts.classes() + ", loss: cross-entropy}");
        return layers;
    }

    private boolean pictures() {
        return facts.input() instanceof Shape.Planes planes && Math.min(planes.height(), planes.width()) >= LEAST_SIDE;
    }
}
