package nightsweep.worker.dataset.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.DataRemark;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.dataset.Preparing;
import nightsweep.experiments.dataset.Scaling;
import nightsweep.experiments.dataset.Splitting;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Leaks and mistakes that are planted in a table of two measurements and a class: each is doubted by name, or cannot happen.
 * Not seen are those that only somebody who knows the data can see: a column that tells nearly all classes, two columns that tell
 * them together, a group that nobody names, and a column that is known only after the class is.
 */
class LeakDrillTest {
    private static final int ROWS = 200;

    private final DatasetLoader loader = new DatasetLoader(new Configuration(), Optional.empty());
    private final double[][] sizes = new double[ROWS][2];
    private final boolean[] ill = new boolean[ROWS];

    @TempDir
    Path folder;

    @BeforeEach
    void draw() {
        SplittableRandom random = new SplittableRandom(11);
        for (int row = 0; row < ROWS; row++) {
            ill[row] = random.nextInt(3) == 0;
            sizes[row][0] = random.nextInt(1000) / 10.0 + (ill[row] ? 20 : 0);
            sizes[row][1] = random.nextInt(1000) / 10.0;
        }
    }

    private String kind(int row) {
        return ill[row] ? "ill" : "well";
    }

    /** The table with a planted column, or none where {@code cell} is empty. */
    private Path table(String file, int[] rows, String name, IntFunction<String> cell) throws IOException {
        StringBuilder text = new StringBuilder("a,b," + (name.isEmpty() ? "" : name + ",") + "kind\n");
        for (int row : rows) {
            text.append(sizes[row][0]).append(',').append(sizes[row][1]).append(',');
            text.append(name.isEmpty() ? "" : cell.apply(row) + ",")
                    .append(kind(row))
                    .append('\n');
        }
        return Files.writeString(folder.resolve(file), text);
    }

    private static int[] all() {
        return IntStream.range(0, ROWS).toArray();
    }

    private static int[] from(int first, int end) {
        return IntStream.range(first, end).toArray();
    }

    private static DatasetSpec spec(Path train, Optional<Path> test, Splitting split) {
        DataSource source = new DataSource.Csv(
                train.toString(),
                test.map(Path::toString).orElse(""),
                DataSource.Header.PRESENT,
                "kind",
                test.isPresent() ? 0 : 0.2,
                Preparing.USUAL);
        return new DatasetSpec(source, new Scaling.Measured(Scaling.Over.COLUMN), 0.2, 0, 0, split);
    }

    private List<Doubt> doubts(DatasetSpec spec) throws DataException {
        return loader.facts(spec, 1).remarks().stream().map(DataRemark::doubt).toList();
    }

    private List<Doubt> planted(String name, IntFunction<String> cell) throws Exception {
        return doubts(spec(table("all.csv", all(), name, cell), Optional.empty(), Splitting.STRATIFIED));
    }

    @Test
    void nothingIsDoubtedWhereNothingIsPlanted() throws Exception {
        assertThat(planted("", row -> "")).isEmpty();
        assertThat(planted("c", row -> String.valueOf(sizes[(row * 7) % ROWS][1])))
                .isEmpty();
    }

    @Test
    void doubtsRowNumbersIdsAndTimesOfEntry() throws Exception {
        assertThat(planted("row", row -> String.valueOf(row + 1))).contains(Doubt.ROW_NUMBERS);
        assertThat(planted("id", row -> String.valueOf(10_000 + 3 * row))).contains(Doubt.ROW_NUMBERS);
        assertThat(planted("number", row -> String.valueOf((row * 77) % ROWS))).contains(Doubt.ROW_NUMBERS);
        assertThat(planted("entered", row -> String.valueOf(1_760_000_000L + 61L * row)))
                .contains(Doubt.ROW_NUMBERS);
    }

    @Test
    void doubtsCopiesOfTheTarget() throws Exception {
        assertThat(planted("copy", this::kind)).contains(Doubt.LEAKED_LABEL);
        assertThat(planted("code", row -> ill[row] ? "1" : "0")).contains(Doubt.LEAKED_LABEL);
        assertThat(planted("flag", row -> ill[row] ? "yes" : "no")).contains(Doubt.LEAKED_LABEL);
        assertThat(planted("other words", row -> ill[row] ? "treated" : "sent home"))
                .contains(Doubt.LEAKED_LABEL);
        assertThat(planted("mean of the class", row -> ill[row] ? "69.31" : "48.7"))
                .contains(Doubt.LEAKED_LABEL);
        assertThat(planted("score", row -> String.valueOf((ill[row] ? 0.6 : 0.1) + sizes[row][1] / 1000)))
                .contains(Doubt.LEAKED_LABEL);
    }

    /** A name of its own in each row is no input. */
    @Test
    void takesNoNames() throws Exception {
        Path table = table("all.csv", all(), "name", row -> "name of " + row);

        assertThat(loader.load(spec(table, Optional.empty(), Splitting.STRATIFIED), 1)
                        .width())
                .isEqualTo(2);
    }

    @Test
    void doubtsTestsOnTrainingRows() throws Exception {
        Path train = table("train.csv", from(0, 150), "", row -> "");
        Path half = table("half.csv", from(125, 175), "", row -> "");
        int[] twice = IntStream.range(0, 2 * ROWS).map(row -> row % ROWS).toArray();
        Path repeated = table("repeated.csv", twice, "", row -> "");

        assertThat(doubts(spec(train, Optional.of(train), Splitting.STRATIFIED)))
                .contains(Doubt.TESTED_ON_TRAINING);
        assertThat(doubts(spec(train, Optional.of(half), Splitting.STRATIFIED))).contains(Doubt.TESTED_ON_TRAINING);
        assertThat(doubts(spec(repeated, Optional.empty(), Splitting.STRATIFIED)))
                .contains(Doubt.TESTED_ON_TRAINING);
    }

    @Test
    void doubtsGroupsInBothTables() throws Exception {
        Splitting groups = new Splitting(Splitting.By.GROUP, "patient");
        Path train = table("train.csv", from(0, 150), "patient", row -> "p" + row % 20);
        Path shared = table("shared.csv", from(150, 200), "patient", row -> "p" + (row % 5 + 15 + 10 * (row % 2)));
        Path others = table("others.csv", from(150, 200), "patient", row -> "q" + row % 20);

        DatasetFacts facts = loader.facts(spec(train, Optional.of(shared), groups), 1);

        assertThat(facts.remarks()).anySatisfy(remark -> {
            assertThat(remark.doubt()).isEqualTo(Doubt.SHARED_GROUPS);
            assertThat(remark.message())
                    .startsWith("5 of 10 groups of patient in ")
                    .contains("such as p15, so ");
        });
        assertThat(doubts(spec(train, Optional.of(others), groups))).isEmpty();
        assertThat(doubts(spec(train, Optional.empty(), groups))).isEmpty();
    }

    @Test
    void doubtsTrainingOnWhatIsLater() throws Exception {
        Splitting times = new Splitting(Splitting.By.TIME, "day");
        IntFunction<String> day = row -> String.format("2026-%02d-%02d", 1 + row / 28, 1 + row % 28);
        Path early = table("early.csv", from(0, 150), "day", day);
        Path late = table("late.csv", from(150, 200), "day", day);
        Path middle = table("middle.csv", from(100, 180), "day", day);

        assertThat(loader.facts(spec(late, Optional.of(early), times), 1).remarks())
                .anySatisfy(remark -> {
                    assertThat(remark.doubt()).isEqualTo(Doubt.TRAINED_ON_LATER);
                    assertThat(remark.message())
                            .contains("up to 2026-08-04 in day")
                            .contains("begins with 2026-01-01");
                });
        assertThat(doubts(spec(early, Optional.of(middle), times))).contains(Doubt.TRAINED_ON_LATER);
        assertThat(doubts(spec(early, Optional.of(late), times))).isEmpty();
        assertThat(doubts(spec(early, Optional.empty(), times))).isEmpty();
    }

    /** Whatever stands in the rows that are tested on: scales, what fills holes, and the values of categories stay. */
    @Test
    void nothingIsFittedOnTestRows() throws Exception {
        IntFunction<String> usual =
                row -> row % 9 == 0 ? "" : List.of("red", "green", "blue").get(row % 3);
        Path train = table("train.csv", from(0, 150), "colour", usual);
        Path test = table("test.csv", from(150, 200), "colour", usual);
        Dataset before = loader.load(spec(train, Optional.of(test), Splitting.STRATIFIED), 1);
        for (int row = 150; row < ROWS; row++) {
            sizes[row][0] *= 1e6;
        }
        Path odd = table("odd.csv", from(150, 200), "colour", row -> "colour " + row % 5);

        Dataset after = loader.load(spec(train, Optional.of(odd), Splitting.STRATIFIED), 1);

        assertThat(after.width()).isEqualTo(before.width());
        assertSame(after.train(), before.train());
        assertSame(after.validation().orElseThrow(), before.validation().orElseThrow());
    }

    /** The mean of what is trained on is 0 and its deviation 1, and not those of all rows. */
    @Test
    void scalesAreOfTheTrainingPartAlone() throws Exception {
        Path table = table("all.csv", all(), "", row -> "");
        Dataset dataset = loader.load(spec(table, Optional.empty(), Splitting.STRATIFIED), 1);

        assertThat(mean(dataset.train())).isBetween(-1e-6, 1e-6);
        assertThat(Math.abs(mean(dataset.validation().orElseThrow()))).isGreaterThan(1e-3);
        assertThat(Math.abs(mean(dataset.test()))).isGreaterThan(1e-3);
    }

    private static double mean(ExampleSet examples) {
        return IntStream.range(0, examples.size())
                .mapToDouble(example -> examples.exact(example)[0])
                .average()
                .orElseThrow();
    }

    private static void assertSame(ExampleSet some, ExampleSet others) {
        assertThat(some.size()).isEqualTo(others.size());
        for (int example = 0; example < some.size(); example++) {
            assertThat(some.exact(example)).containsExactly(others.exact(example));
        }
    }
}
