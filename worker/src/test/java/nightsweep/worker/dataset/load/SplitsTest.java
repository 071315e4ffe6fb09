package nightsweep.worker.dataset.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import nightsweep.experiments.dataset.ColumnRule;
import nightsweep.experiments.dataset.ColumnUse;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.dataset.Preparing;
import nightsweep.experiments.dataset.Scaling;
import nightsweep.experiments.dataset.Splitting;
import nightsweep.experiments.dataset.TargetKind;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of a table that are kept from training by whole groups, or in the order of time. */
class SplitsTest {
    private static final Splitting GROUPS = new Splitting(Splitting.By.GROUP, "patient");
    private static final Splitting TIMES = new Splitting(Splitting.By.TIME, "day");

    private final DatasetLoader loader = new DatasetLoader(new Configuration(), Optional.empty());
    private final List<String[]> rows = new ArrayList<>();

    @TempDir
    Path folder;

    /** 300 rows of 23 patients on 60 days, not in the order of either. */
    @BeforeEach
    void writeTable() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        StringBuilder text = new StringBuilder("patient,day,size,kind\n");
        for (int row = 0; row < 300; row++) {
            int day = random.nextInt(60);
            String[] cells = {
                "p" + random.nextInt(23),
                String.format("2026-%02d-%02d", 1 + day / 28, 1 + day % 28),
                String.valueOf(random.nextInt(1000)),
                random.nextInt(3) == 0 ? "ill" : "well"
            };
            rows.add(cells);
            text.append(String.join(",", cells)).append('\n');
        }
        Files.writeString(folder.resolve("all.csv"), text);
    }

    private DatasetSpec spec(Splitting split, double validation, ColumnRule... rules) {
        Preparing preparing = new Preparing(
                List.of(rules),
                List.of(),
                Preparing.USUAL.fill(),
                Preparing.USUAL.missingFlags(),
                100,
                Preparing.USUAL.decimals());
        DataSource source = new DataSource.Csv(
                folder.resolve("all.csv").toString(), "", DataSource.Header.PRESENT, "kind", 0.2, preparing);
        return new DatasetSpec(source, new Scaling.Measured(Scaling.Over.COLUMN), validation, 0, 0, split);
    }

    private static final ColumnRule NO_DAY = new ColumnRule("day", ColumnUse.IGNORED);
    private static final ColumnRule NO_PATIENT = new ColumnRule("patient", ColumnUse.IGNORED);

    /** The cells of a column that some examples come from; the header is line 1. */
    private SortedSet<String> cells(ExampleSet examples, int column) {
        SortedSet<String> cells = new TreeSet<>();
        for (int example = 0; example < examples.size(); example++) {
            cells.add(rows.get((int) examples.origin(example) - 2)[column]);
        }
        return cells;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noGroupIsOnTwoSides(long seed) throws DataException {
        Dataset dataset = loader.load(spec(GROUPS, 0.25, NO_DAY), seed);
        Set<String> train = cells(dataset.train(), 0);
        Set<String> validation = cells(dataset.validation().orElseThrow(), 0);
        Set<String> test = cells(dataset.test(), 0);

        assertThat(train).doesNotContainAnyElementsOf(validation).doesNotContainAnyElementsOf(test);
        assertThat(validation).doesNotContainAnyElementsOf(test);
        assertThat(train.size() + validation.size() + test.size()).isEqualTo(23);
        assertThat(dataset.test().size()).isBetween(45, 75);
        assertThat(dataset.validation().orElseThrow().size()).isBetween(45, 75);
        assertThat(dataset.width()).isEqualTo(1);
    }

    @Test
    void otherSeedsKeepOtherGroups() throws DataException {
        DatasetSpec spec = spec(GROUPS, 0, NO_DAY);

        assertThat(cells(loader.load(spec, 1).test(), 0))
                .isEqualTo(cells(loader.load(spec, 1).test(), 0));
        assertThat(cells(loader.load(spec, 1).test(), 0))
                .isNotEqualTo(cells(loader.load(spec, 2).test(), 0));
    }

    @Test
    void theLastRowsAreKept() throws DataException {
        Dataset dataset = loader.load(spec(TIMES, 0.25, NO_PATIENT), 1);

        SortedSet<String> train = cells(dataset.train(), 1);
        SortedSet<String> validation = cells(dataset.validation().orElseThrow(), 1);
        SortedSet<String> test = cells(dataset.test(), 1);
        assertThat(train.last()).isLessThan(validation.first());
        assertThat(validation.last()).isLessThan(test.first());
        assertThat(dataset.test().size()).isBetween(55, 65);
        assertThat(loader.load(spec(TIMES, 0.25, NO_PATIENT), 2).test().size())
                .isEqualTo(dataset.test().size());
    }

    @Test
    void plansWhatIsLoaded() throws DataException {
        for (Splitting split : List.of(GROUPS, TIMES)) {
            DatasetSpec spec = spec(split, 0.25, split.equals(GROUPS) ? NO_DAY : NO_PATIENT);
            DatasetFacts facts = loader.facts(spec, 7);
            Dataset dataset = loader.load(spec, 7);

            assertThat(facts.trainExamples()).isEqualTo(dataset.train().size());
            assertThat(facts.validationExamples())
                    .isEqualTo(dataset.validation().orElseThrow().size());
            assertThat(facts.testExamples()).isEqualTo(dataset.test().size());
            assertThat(facts.width()).isEqualTo(dataset.width());
        }
    }

    @Test
    void tellsHowManyWentWhere() throws DataException {
        DatasetFacts groups = loader.facts(spec(GROUPS, 0.25, NO_DAY), 7);
        DatasetFacts times = loader.facts(spec(TIMES, 0, NO_PATIENT), 7);

        assertThat(groups.notes())
                .anyMatch(note -> note.matches("By groups of patient, " + groups.testExamples()
                        + " of 300 rows are kept for testing: [0-9]+ whole groups of 23\\."))
                .anyMatch(note -> note.matches(
                        "By groups of patient, " + groups.validationExamples() + " of " + (300 - groups.testExamples())
                                + " rows are kept for validation: [0-9]+ whole groups of [0-9]+\\."));
        assertThat(times.notes())
                .anyMatch(note -> note.matches("In the order of day, the last " + times.testExamples()
                        + " of 300 rows are kept for testing, from 2026-0[0-9]-[0-9]+ on\\."));
    }

    /** What rows are split by is no value of theirs. */
    @Test
    void otherGroupsAreOtherData() throws Exception {
        String before = loader.load(spec(GROUPS, 0, NO_DAY), 1).checksum();
        Path table = folder.resolve("all.csv");
        Files.writeString(table, Files.readString(table).replace("\np7,", "\np8,"));

        assertThat(loader.load(spec(GROUPS, 0, NO_DAY), 1).checksum()).isNotEqualTo(before);
    }

    @Test
    void splitsTablesOfNumbersToPredict() throws DataException {
        DataSource source = new DataSource.Csv(
                folder.resolve("all.csv").toString(),
                "",
                DataSource.Header.PRESENT,
                "size",
                0.2,
                new Preparing(
                        List.of(NO_PATIENT), List.of(), Preparing.USUAL.fill(), Preparing.USUAL.missingFlags(), 100),
                TargetKind.NUMBER);
        DatasetSpec spec = new DatasetSpec(source, new Scaling.None(), 0.25, 0, 0, TIMES);

        Dataset dataset = loader.load(spec, 1);

        assertThat(cells(dataset.train(), 1).last())
                .isLessThan(cells(dataset.test(), 1).first());
        assertThat(loader.facts(spec, 1).testExamples())
                .isEqualTo(dataset.test().size());
    }

    @Test
    void aColumnThatIsSaidToBeAnInputIsOne() throws DataException {
        DatasetSpec spec = spec(GROUPS, 0, NO_DAY, new ColumnRule("patient", ColumnUse.CATEGORY));

        Dataset dataset = loader.load(spec, 1);

        assertThat(dataset.width()).isGreaterThan(10);
        assertThat(cells(dataset.train(), 0)).doesNotContainAnyElementsOf(cells(dataset.test(), 0));
    }

    /** As text 9 is after 10; and 10 and 10.0 are one time. */
    @Test
    void ordersNumbersAsNumbers() throws Exception {
        Files.writeString(
                folder.resolve("all.csv"),
                "day,size,kind\n10,1,a\n9,2,b\n8.5,3,a\n100,4,b\n10.0,5,a\n7,6,b\n1,7,a\n2,8,b\n3,9,a\n4,3,b\n");

        Dataset dataset = loader.load(spec(TIMES, 0.25), 1);

        assertThat(lines(dataset.test())).containsExactly(2, 5, 6);
        assertThat(lines(dataset.validation().orElseThrow())).containsExactly(3, 4);
    }

    private static List<Integer> lines(ExampleSet examples) {
        List<Integer> lines = new ArrayList<>();
        for (int example = 0; example < examples.size(); example++) {
            lines.add((int) examples.origin(example));
        }
        return lines;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GROUP | nobody | columns or split names \"nobody\", but it has no such column; its columns are one, word, size,",
                "GROUP | kind | it cannot be split by-group of its label, kind",
                "GROUP | one | Cannot keep rows for testing by groups of one: all 4 rows have one value there, x.",
                "TIME | size | line 3: size is missing, but rows are split by it. Fill it, or leave such rows out",
                "TIME | word | it is to be split in the order of word, but \"soon\" is neither a number nor a date as"
                        + " 2026-01-31 or 2026-01-31 23:59. Write times so"
            })
    void refusesWhatCannotBeSplit(Splitting.By by, String column, String message) throws IOException {
        Files.writeString(
                folder.resolve("all.csv"),
                "one,word,size,other,kind\nx,soon,1,1,a\nx,later,,2,b\nx,now,3,3,a\nx,soon,4,4,b\n");
        DatasetSpec spec = spec(new Splitting(by, column), 0);

        assertThatThrownBy(() -> loader.facts(spec, 1))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(message);
        assertThatThrownBy(() -> loader.load(spec, 1))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(message);
    }
}
