package nightsweep.experiments.sweepfile.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import nightsweep.experiments.dataset.ColumnRule;
import nightsweep.experiments.dataset.ColumnUse;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DataSource.Header;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.dataset.Fill;
import nightsweep.experiments.dataset.ImageSize;
import nightsweep.experiments.dataset.Preparing;
import nightsweep.experiments.dataset.Scaling;
import nightsweep.experiments.dataset.Splitting;
import nightsweep.experiments.dataset.TableForm;
import nightsweep.experiments.dataset.TargetKind;
import nightsweep.experiments.sweepfile.SweepText;
import nightsweep.experiments.yaml.SweepFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DatasetReaderTest {
    private static final Scaling BY_COLUMN = new Scaling.Measured(Scaling.Over.COLUMN);

    static Stream<Arguments> forms() {
        return Stream.of(
                arguments("digits", plain(new DataSource.Digits(4000, 1000, 0.2, 1, 1), new Scaling.Unit())),
                arguments(
                        "{name: digits, train: 100, test: 50, noise: 0, distortion: 0.5, seed: -9}",
                        plain(new DataSource.Digits(100, 50, 0, 0.5, -9), new Scaling.Unit())),
                arguments(
                        "spiral",
                        plain(new DataSource.Plane(DataSource.Shape.SPIRAL, 250, 250, 0, 1), new Scaling.None())),
                arguments(
                        "{name: xor, train: 20, test: 30, noise: 0.1, seed: 4, scaling: unit}",
                        plain(new DataSource.Plane(DataSource.Shape.XOR, 20, 30, 0.1, 4), new Scaling.Unit())),
                arguments("mnist", plain(new DataSource.Folder("mnist"), new Scaling.Unit())),
                arguments(
                        "{name: mnist, validation: 0.1, train-limit: 600, test-limit: 100}",
                        new DatasetSpec(new DataSource.Folder("mnist"), new Scaling.Unit(), 0.1, 600, 100)),
                arguments(
                        "{idx: {train-features: a, train-labels: b, test-features: c, test-labels: d}}",
                        plain(new DataSource.Idx("a", "b", "c", "d"), new Scaling.Unit())),
                arguments(
                        "{csv: {train: 'hdfs:/a.csv', label: species}}",
                        plain(new DataSource.Csv("hdfs:/a.csv", "", Header.PRESENT, "species", 0.2), BY_COLUMN)),
                arguments(
                        "{csv: {train: a, columns: {kind: label, id: ignored, 'x*': category, ok: flag, 3: number},"
                                + " missing: ['', '-999'], fill: {constant: -1}, missing-flags: added, most-values: 7}}",
                        plain(
                                new DataSource.Csv(
                                        "a",
                                        "",
                                        Header.PRESENT,
                                        "kind",
                                        0.2,
                                        new Preparing(
                                                List.of(
                                                        new ColumnRule("id", ColumnUse.IGNORED),
                                                        new ColumnRule("x*", ColumnUse.CATEGORY),
                                                        new ColumnRule("ok", ColumnUse.FLAG),
                                                        new ColumnRule("3", ColumnUse.NUMBER)),
                                                List.of("", "-999"),
                                                new Fill.Constant(-1),
                                                Preparing.MissingFlags.ADDED,
                                                7)),
                                BY_COLUMN)),
                arguments(
                        "{csv: {train: a, header: no, separator: tab, quote: none, comment: '%', encoding: latin1}}",
                        new DatasetSpec(
                                new DataSource.Csv(
                                        "a",
                                        "",
                                        DataSource.Header.ABSENT,
                                        "-1",
                                        0.2,
                                        Preparing.USUAL,
                                        TargetKind.CLASS,
                                        new TableForm.Text("\t", "none", "%", "iso-8859-1")),
                                new Scaling.Measured(Scaling.Over.COLUMN),
                                0,
                                0,
                                0)),
                arguments(
                        "{csv: {train: a, label: b}, scaling: robust}",
                        plain(new DataSource.Csv("a", "", Header.PRESENT, "b", 0.2), new Scaling.Robust())),
                arguments(
                        "{csv: {train: a, test: b, header: absent}, scaling: none}",
                        plain(new DataSource.Csv("a", "b", Header.ABSENT, "-1", 0), new Scaling.None())),
                arguments(
                        "{csv: {train: a, test-share: 0.5, header: absent, label: 1}, scaling: {standardize: all}}",
                        plain(
                                new DataSource.Csv("a", "", Header.ABSENT, "1", 0.5),
                                new Scaling.Measured(Scaling.Over.ALL))),
                arguments(
                        "{images: {train: a/train/, test: b, size: 64}}",
                        plain(
                                new DataSource.Images(
                                        "a/train/", "b", 0, new ImageSize(64, 64), DataSource.Colours.RGB),
                                new Scaling.Unit())),
                arguments(
                        "{images: {train: a, test-share: 0.3, size: 6x5, colours: grey}, scaling: none}",
                        plain(
                                new DataSource.Images("a", "", 0.3, new ImageSize(6, 5), DataSource.Colours.GREY),
                                new Scaling.None())),
                arguments(
                        "{matlab: {file: a.mat, images: Data, size: 6x5, train: 3, test: 2}}",
                        plain(
                                new DataSource.Matlab("a.mat", "Data", "labels", new ImageSize(6, 5), 3, 2),
                                new Scaling.Unit())),
                arguments(
                        "{name: mnist, scaling: {standardize: {mean: 0.1307, deviation: 0.3081}}}",
                        plain(new DataSource.Folder("mnist"), new Scaling.Given(0.1307, 0.3081))),
                arguments("{name: mnist, scaling: standardize}", plain(new DataSource.Folder("mnist"), BY_COLUMN)));
    }

    private static DatasetSpec plain(DataSource source, Scaling scaling) {
        return new DatasetSpec(source, scaling, 0, 0, 0);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void reads(String yaml, DatasetSpec expected) throws SweepFileException {
        assertThat(SweepText.dataset(yaml).only().dataset()).isEqualTo(expected);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("[mnist]", "dataset: dataset must be a mapping of keys to values, but got a list."),
                arguments("{rows: 3}", "dataset.rows: rows must be a list of lists, but got \"3\"."),
                arguments(
                        "{rows: [[0, 1], 2]}",
                        "dataset.rows.1: a row is a list of numbers with a class at its end, such as [0, 1, yes]."),
                arguments("{rows: [[zero, 1]]}", "dataset.rows.0.0: a value must be a number, but got \"zero\"."),
                arguments(
                        "{scaling: unit}",
                        "dataset: dataset needs one of name, images, idx, csv, parquet, orc, json, avro, jdbc, hive, spark,"
                                + " matlab and rows, but got none."),
                arguments(
                        "{name: a, csv: {train: b, label: c}}",
                        "dataset: dataset needs one of name, images, idx, csv, parquet, orc, json, avro, jdbc, hive, spark,"
                                + " matlab and rows, but got name and csv."),
                arguments(
                        "../mnist",
                        "dataset: name must be the name of a folder among the data, but got \"../mnist\"."
                                + " Give paths with images, idx or csv."),
                arguments(
                        "{name: digits, train: 5}",
                        "dataset: digits needs at least 10 train and 10 test examples, but got 5 and 1000."),
                arguments("{name: xor, noise: 0.6}", "dataset.noise: noise must be within 0..0.5, but got 0.6."),
                arguments(
                        "{name: mnist, noise: 0.1}",
                        "dataset.name: name \"mnist\" means a folder among the data, but noise belongs to data that are"
                                + " generated. There are: digits, circle, xor, gauss, spiral."),
                arguments(
                        "{name: mnist, validation: 1}",
                        "dataset.validation: validation must be 0 or more and below 1, but got 1.0."),
                arguments(
                        "{name: mnist, train-limit: -1}",
                        "dataset.train-limit: train-limit must not be negative, but got -1."),
                arguments(
                        "{idx: {train-features: a, train-labels: b, test-features: c}}",
                        "dataset.idx: test-labels is missing."),
                arguments("{images: {train: a}}", "dataset.images: size is missing."),
                arguments(
                        "{images: {train: a, size: 5, test-share: 0}}",
                        "dataset.images: images needs a test folder, or a test-share above 0."),
                arguments(
                        "{images: {train: a, size: 5, colours: gray}}",
                        "dataset.images.colours: unknown colours \"gray\". Maybe \"grey\"?"),
                arguments("{matlab: {file: a, size: 5, train: 1}}", "dataset.matlab: test is missing."),
                arguments(
                        "{matlab: {file: a, size: 5 x 5, train: 1, test: 1}}",
                        "dataset.matlab.size: size must be such as 64, or 64x48 for width and height, but got"
                                + " \"5 x 5\"."),
                arguments(
                        "{matlab: {file: a, size: 5x9999, train: 1, test: 1}}",
                        "dataset.matlab.size: size must be within 1..4096 pixels a side, but got 5x9999."),
                arguments("{csv: {train: a}}", "dataset.csv: label is missing."),
                arguments(
                        "{jdbc: {train: a, label: b, key: c}}",
                        "dataset.jdbc: options must have the url of the database, such as {url:"
                                + " 'jdbc:postgresql://host/db'}."),
                arguments(
                        "{jdbc: {train: a, label: b, options: {url: u}}}",
                        "dataset.jdbc: key is missing: the rows of jdbc have no order of their own, so name the column"
                                + " that tells them apart, or several."),
                arguments(
                        "{jdbc: {train: a, label: b, key: c, options: {url: u, password: p}}}",
                        "dataset.jdbc.options: options must not hold a secret, but password does or is one: name the"
                                + " environment variable that has it, {password: {variable: NAME}}, as the file is kept"
                                + " with every run and every model."),
                arguments(
                        "{jdbc: {train: a, label: b, key: c, options: {url: 'jdbc:x://h/d?password=p'}}}",
                        "dataset.jdbc.options: options must not hold a secret, but url does or is one: name the"
                                + " environment variable that has it, {url: {variable: NAME}}, as the file is kept with"
                                + " every run and every model."),
                arguments(
                        "{csv: {train: a, label: b, separator: ab}}",
                        "dataset.csv.separator: separator must be comma, semicolon, tab, bar, space, found or one"
                                + " other character that no number is written with, but got \"ab\"."),
                arguments(
                        "{csv: {train: a, label: b, separator: '.'}}",
                        "dataset.csv.separator: separator must be comma, semicolon, tab, bar, space, found or one"
                                + " other character that no number is written with, but got \".\"."),
                arguments(
                        "{csv: {train: a, label: b, separator: '|', quote: '|'}}",
                        "dataset.csv.quote: quote and separator cannot be the same character, but both are \"|\"."),
                arguments(
                        "{csv: {train: a, label: b, separator: '%', comment: '%'}}",
                        "dataset.csv.comment: comment \"%\" is the separator too, so it cannot be told whether a line"
                                + " is a row."),
                arguments(
                        "{csv: {train: a, label: b, encoding: utf-99}}",
                        "dataset.csv.encoding: encoding must be the name of a character set, such as utf-8, latin1,"
                                + " windows-1252 or utf-16, but got \"utf-99\"."),
                arguments(
                        "{csv: {train: a, label: b, columns: {c: label}}}",
                        "dataset.csv.label: label has no use beside the column that columns calls the label."),
                arguments(
                        "{csv: {train: a, columns: {c: label, d: label}}}",
                        "dataset.csv.columns.d: there can be one label, but columns names another."),
                arguments(
                        "{csv: {train: a, label: b, columns: {c: categorie}}}",
                        "dataset.csv.columns.c: unknown use of a column \"categorie\". Maybe \"category\"?"),
                arguments(
                        "{csv: {train: a, label: b, columns: [id]}}",
                        "dataset.csv.columns: columns must say what columns are, such as {id: ignored, zip: category}, but"
                                + " got a list."),
                arguments(
                        "{csv: {train: a, label: b, fill: mode}}",
                        "dataset.csv.fill: unknown fill \"mode\". There are: mean, median, constant."),
                arguments(
                        "{csv: {train: a, label: b, fill: constant}}",
                        "dataset.csv.fill: constant needs a number, such as {constant: 0}."),
                arguments(
                        "{csv: {train: a, label: b, most-values: 0}}",
                        "dataset.csv.most-values: most-values must be positive, but got 0."),
                arguments(
                        "{csv: {train: a, header: absent, label: 0}}",
                        "dataset.csv.label: label must be a column's number from 1, or from -1 for the last, but got 0."),
                arguments(
                        "{csv: {train: a, test: b, label: c, test-share: 0.1}}",
                        "dataset.csv.test-share: test-share has no use beside test."),
                arguments(
                        "{csv: {train: a, label: c, test-share: 0}}",
                        "dataset.csv: csv needs a test file, or a test-share above 0."),
                arguments(
                        "{name: mnist, scaling: standardise}",
                        "dataset.scaling: unknown scaling \"standardise\". Maybe \"standardize\"?"),
                arguments(
                        "{name: mnist, scaling: {unit: {mean: 1}}}",
                        "dataset.scaling.unit.mean: unknown key \"mean\". There are none."),
                arguments(
                        "{name: mnist, scaling: {standardize: row}}",
                        "dataset.scaling.standardize: unknown standardize \"row\". There are: column, all."),
                arguments(
                        "{name: mnist, scaling: {standardize: {mean: 0, deviation: 0}}}",
                        "dataset.scaling.standardize.deviation: deviation must be positive, but got 0.0."));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void refuses(String yaml, String problem) {
        assertThat(SweepText.dataset(yaml).problems()).containsExactly("line 2, " + problem);
    }

    @Test
    void takesKeysOfGeneratedDataForASlipOfTheName() {
        assertThat(SweepText.dataset("{name: spirals, train: 300, test: 100}").problems())
                .containsExactly("line 2, dataset.name: name \"spirals\" means a folder among the data, but train, test"
                        + " belong to data that are generated. Maybe \"spiral\"?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"stratified | CLASS | ''", "{by-group: patient} | GROUP | patient", "{by-time: when} | TIME | when"
            })
    void readsHowRowsAreSplit(String yaml, Splitting.By by, String column) throws SweepFileException {
        assertThat(SweepText.dataset("{csv: {train: a.csv, label: y}, split: " + yaml + "}")
                        .only()
                        .dataset()
                        .split())
                .isEqualTo(new Splitting(by, column));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{csv: {train: a.csv, label: y}, split: by-group} | by-group needs the name of a column, such as {by-group: patient}.",
                "{csv: {train: a.csv, label: y}, split: {stratified: y}} | stratified takes no column.",
                "{name: digits, split: {by-time: when}} | by-time needs a column of a table, but the data are no csv.",
                "{csv: {train: a.csv, label: y}, split: {by-groups: x}} | unknown split"
            })
    void refusesSplitsWithoutAMeaning(String yaml, String problem) {
        assertThat(SweepText.dataset(yaml).problems()).first().asString().contains(problem);
    }
}
