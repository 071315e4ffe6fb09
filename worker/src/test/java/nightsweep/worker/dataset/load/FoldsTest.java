package nightsweep.worker.dataset.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import nightsweep.experiments.dataset.DataRemark;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.dataset.FittedColumn;
import nightsweep.experiments.dataset.Folds;
import nightsweep.experiments.dataset.Preparing;
import nightsweep.experiments.dataset.Scaling;
import nightsweep.experiments.dataset.Splitting;
import nightsweep.experiments.dataset.TargetKind;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Training examples that are dealt into folds. */
class FoldsTest {
    private final DatasetLoader loader = new DatasetLoader(new Configuration(), Optional.empty());

    @TempDir
    Path folder;

    private static DatasetSpec spec(DataSource source, Splitting split, int folds) {
        return new DatasetSpec(source, new Scaling.Measured(Scaling.Over.COLUMN), 0, 0, 0, split, Folds.of(folds));
    }

    private static DatasetSpec digits(int train, int folds) {
        return new DatasetSpec(
                new DataSource.Digits(train, 20, 0.1, 1, 3),
                new Scaling.Unit(),
                0,
                0,
                0,
                Splitting.STRATIFIED,
                Folds.of(folds));
    }

    /** Of rows of {@code group,size,colour,label}. */
    private DataSource table(List<String> rows, String label, TargetKind target) throws IOException {
        Path file = folder.resolve("table.csv");
        Files.writeString(file, "group,size,colour,kind\n" + String.join("\n", rows) + "\n");
        return new DataSource.Csv(file.toString(), "", DataSource.Header.PRESENT, label, 0.2, Preparing.USUAL, target);
    }

    private static List<String> rows(int count) {
        SplittableRandom random = new SplittableRandom(5);
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            rows.add("g" + random.nextInt(17) + "," + (row % 7 == 3 ? "?" : "" + random.nextInt(1000)) + ","
                    + List.of("red", "green", "blue").get(random.nextInt(3)) + ","
                    + (random.nextInt(4) == 0 ? "ill" : "well"));
        }
        return rows;
    }

    private static Set<Integer> origins(ExampleSet examples) {
        Set<Integer> origins = new TreeSet<>();
        for (int example = 0; example < examples.size(); example++) {
            origins.add((int) examples.origin(example));
        }
        return origins;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void eachExampleIsKeptOnceAndTheTestExamplesNever(long seed) throws Exception {
        for (Splitting split : List.of(Splitting.STRATIFIED, new Splitting(Splitting.By.GROUP, "group"))) {
            DatasetSpec spec = spec(table(rows(203), "kind", TargetKind.CLASS), split, 5);
            Set<Integer> kept = new HashSet<>();
            Set<Integer> tested = origins(loader.load(spec, seed).test());
            for (int fold = 0; fold < 5; fold++) {
                Dataset dataset = loader.load(spec.at(1, fold), seed);
                Set<Integer> validation = origins(dataset.validation().orElseThrow());
                Set<Integer> train = origins(dataset.train());

                assertThat(validation).isNotEmpty();
                assertThat(kept).doesNotContainAnyElementsOf(validation);
                assertThat(train).doesNotContainAnyElementsOf(validation).doesNotContainAnyElementsOf(tested);
                assertThat(validation).doesNotContainAnyElementsOf(tested);
                assertThat(train.size() + validation.size() + tested.size()).isEqualTo(203);
                assertThat(origins(dataset.test())).isEqualTo(tested);
                kept.addAll(validation);

                DatasetFacts facts = loader.facts(spec.at(1, fold), seed);
                assertThat(facts.trainExamples()).isEqualTo(train.size());
                assertThat(facts.validationExamples()).isEqualTo(validation.size());
            }
            assertThat(kept).hasSize(203 - tested.size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void foldsDifferByOneExampleOfAClassAtMost(int folds) throws DataException {
        DatasetSpec spec = digits(101, folds);
        int[][] counts = new int[folds][10];
        for (int fold = 0; fold < folds; fold++) {
            Dataset dataset = loader.load(spec.at(0, fold), 8);
            ExampleSet kept = dataset.validation().orElseThrow();
            for (int example = 0; example < kept.size(); example++) {
                counts[fold][kept.label(example)]++;
            }
            assertThat(kept.size()).isBetween(101 / folds, 101 / folds + 1);
            assertThat(loader.facts(spec.at(0, fold), 8).validationExamples()).isEqualTo(kept.size());
        }
        for (int label = 0; label < 10; label++) {
            int at = label;
            int most = List.of(counts).stream().mapToInt(one -> one[at]).max().orElseThrow();
            int least = List.of(counts).stream().mapToInt(one -> one[at]).min().orElseThrow();
            assertThat(most - least).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aRepeatDealsAnewAndTheSameSeedTheSame() throws Exception {
        DatasetSpec spec = spec(table(rows(120), "kind", TargetKind.CLASS), Splitting.STRATIFIED, 4);
        Set<Integer> first = origins(loader.load(spec, 1).validation().orElseThrow());

        assertThat(origins(loader.load(spec.at(0, 0), 1).validation().orElseThrow()))
                .isEqualTo(first);
        assertThat(origins(loader.load(spec.at(1, 0), 1).validation().orElseThrow()))
                .isNotEqualTo(first);
        assertThat(origins(loader.load(spec, 2).validation().orElseThrow())).isNotEqualTo(first);
    }

    @Test
    void noGroupIsInTwoFolds() throws Exception {
        List<String> rows = rows(300);
        DatasetSpec spec = spec(table(rows, "kind", TargetKind.CLASS), new Splitting(Splitting.By.GROUP, "group"), 5);
        List<Integer> sizes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int fold = 0; fold < 5; fold++) {
            Dataset dataset = loader.load(spec.at(0, fold), 3);
            Set<String> groups = groups(rows, dataset.validation().orElseThrow());

            assertThat(groups).isNotEmpty().doesNotContainAnyElementsOf(groups(rows, dataset.train()));
            assertThat(seen).doesNotContainAnyElementsOf(groups);
            seen.addAll(groups);
            sizes.add(dataset.validation().orElseThrow().size());
        }
        assertThat(sizes).allMatch(size -> size >= 20 && size <= 80);
    }

    private static Set<String> groups(List<String> rows, ExampleSet examples) {
        Set<String> groups = new TreeSet<>();
        origins(examples).forEach(line -> groups.add(rows.get(line - 2).split(",", -1)[0]));
        return groups;
    }

    /** Nothing of a fold that is kept tells in what its trials are prepared by: fitted by hand from the rows trained on. */
    @Test
    void eachFoldIsPreparedByWhatItIsTrainedOnAlone() throws Exception {
        List<String> rows = rows(150);
        rows.set(40, "g1,500,violet,well");
        DatasetSpec spec = spec(table(rows, "kind", TargetKind.CLASS), Splitting.STRATIFIED, 3);
        int withViolet = 0;
        Set<Double> fills = new HashSet<>();
        for (int fold = 0; fold < 3; fold++) {
            Dataset dataset = loader.load(spec.at(0, fold), 1);
            double sum = 0;
            int count = 0;
            boolean violet = false;
            for (int line : origins(dataset.train())) {
                String[] cells = rows.get(line - 2).split(",", -1);
                violet |= cells[2].equals("violet");
                if (!cells[1].equals("?")) {
                    sum += Double.parseDouble(cells[1]);
                    count++;
                }
            }
            FittedColumn.Quantity size = dataset.preparation().orElseThrow().columns().stream()
                    .filter(FittedColumn.Quantity.class::isInstance)
                    .map(FittedColumn.Quantity.class::cast)
                    .filter(column -> column.name().equals("size"))
                    .findFirst()
                    .orElseThrow();
            assertThat(size.fill()).isCloseTo(sum / count, within(1e-9));
            fills.add(size.fill());
            boolean known = dataset.preparation().orElseThrow().columns().stream()
                    .filter(FittedColumn.Category.class::isInstance)
                    .map(FittedColumn.Category.class::cast)
                    .anyMatch(column -> column.values().contains("violet"));
            assertThat(known).isEqualTo(violet);
            withViolet += known ? 1 : 0;
        }
        assertThat(fills).hasSize(3);
        assertThat(withViolet).isEqualTo(2);
    }

    @Test
    void numbersAreDealtByLot() throws Exception {
        List<String> rows = rows(100).stream().map(row -> row.replace("?", "1")).toList();
        DatasetSpec spec = spec(table(rows, "size", TargetKind.NUMBER), Splitting.STRATIFIED, 4);

        for (int fold = 0; fold < 4; fold++) {
            Dataset dataset = loader.load(spec.at(0, fold), 1);
            assertThat(dataset.validation().orElseThrow().size()).isEqualTo(20);
            assertThat(dataset.train().size()).isEqualTo(60);
            assertThat(loader.facts(spec.at(0, fold), 1).validationExamples()).isEqualTo(20);
        }
    }

    @Test
    void tellsOfClassesThatSomeFoldsLack() throws Exception {
        List<String> rows = rows(100);
        for (int rare = 0; rare < 4; rare++) {
            rows.set(rare, "g1," + rare + ",red,rare");
        }
        DatasetSpec spec = spec(table(rows, "kind", TargetKind.CLASS), Splitting.STRATIFIED, 5);

        assertThat(loader.facts(spec, 1).remarks().stream().map(DataRemark::message))
                .contains("Class rare has no example in some of the 5 folds, whose trials are compared without it.");
    }

    @Test
    void aClassOfOneExampleIsAlwaysTrainedOn() throws Exception {
        List<String> rows = new ArrayList<>(rows(60));
        rows.set(7, "g1,5,red,lone");
        DataSource.Csv csv = (DataSource.Csv) table(rows, "kind", TargetKind.CLASS);
        Path test = Files.copy(folder.resolve("table.csv"), folder.resolve("test.csv"));
        DataSource source =
                new DataSource.Csv(csv.train(), test.toString(), csv.header(), csv.labelColumn(), 0, csv.preparing());
        for (int fold = 0; fold < 5; fold++) {
            assertThat(origins(loader.load(spec(source, Splitting.STRATIFIED, 5).at(0, fold), 1)
                            .train()))
                    .contains(9);
        }
    }

    @Test
    void refusesMoreFoldsThanThereAreExamplesOrGroups() throws Exception {
        DataSource table = table(rows(30), "kind", TargetKind.CLASS);

        assertThatThrownBy(() -> loader.load(spec(table, Splitting.STRATIFIED, 40), 1))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("into 40 folds, each of which needs one at least");
        assertThatThrownBy(() -> loader.facts(spec(table, Splitting.STRATIFIED, 40), 1))
                .isInstanceOf(DataException.class);
        assertThatThrownBy(() -> loader.load(spec(table, new Splitting(Splitting.By.GROUP, "group"), 18), 1))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("groups of group into 18 folds");
    }
}
