package nightsweep.experiments.sweepfile.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightsweep.experiments.Checks;
import nightsweep.experiments.dataset.ColumnRule;
import nightsweep.experiments.dataset.ColumnUse;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.Fill;
import nightsweep.experiments.dataset.Preparing;
import nightsweep.experiments.dataset.TableForm;
import nightsweep.experiments.dataset.TargetKind;
import nightsweep.experiments.yaml.Choice;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.Section;
import nightsweep.experiments.yaml.Tree;
import nightsweep.experiments.yaml.Values;

/** Reads {@code csv}; its defaults stand here and in {@link Preparing}. */
final class TableReader {
    private static final List<String> FILLS = List.of("mean", "median", "constant");
    private static final String LABEL = "label";

    private final Section section;
    private final Problems problems;
    private final List<ColumnRule> rules = new ArrayList<>();
    private Optional<Tree> labelled = Optional.empty();
    private String label = "";

    private TableReader(Section section) {
        this.section = section;
        this.problems = section.problems();
    }

    /** @param kind {@code csv}, or what stands for a format that Spark reads */
    static DataSource read(Section section, String kind, DataSource standIn) {
        return new TableReader(section).source(kind, standIn);
    }

    private DataSource source(String kind, DataSource standIn) {
        String train = Values.text(problems, "train", section.required("train"), "unknown");
        String test = section.text("test", "");
        DataSource.Header header = kind.equals("csv") ? header() : DataSource.Header.PRESENT;
        section.find("columns").ifPresent(this::columns);
        String labelColumn = labelColumn(header);
        double testShare = DatasetReader.testShare(section);
        Preparing preparing = preparing();
        TargetKind target = section.choice("target", List.of(TargetKind.values()), TargetKind.CLASS);
        TableForm form = kind.equals("csv") ? TextFormReader.read(section) : SparkFormReader.read(section, kind);
        section.done();
        return section.build(
                standIn,
                () -> new DataSource.Csv(train, test, header, labelColumn, testShare, preparing, target, form));
    }

    /** {@code yes} and {@code no} say the same as {@code present} and {@code absent}. */
    private DataSource.Header header() {
        return switch (section.text("header", "")) {
            case "yes", "true" -> DataSource.Header.PRESENT;
            case "no", "false" -> DataSource.Header.ABSENT;
            default -> section.choice("header", List.of(DataSource.Header.values()), DataSource.Header.PRESENT);
        };
    }

    private String labelColumn(DataSource.Header header) {
        if (labelled.isPresent()) {
            section.find(LABEL)
                    .ifPresent(tree -> problems.add(
                            tree.place(), "label has no use beside the column that columns calls the label."));
            return label;
        }
        return header == DataSource.Header.PRESENT
                ? Values.text(problems, LABEL, section.required(LABEL), "unknown")
                : String.valueOf(section.wholeNumber(LABEL, -1, TableReader::columnNumber));
    }

    private static int columnNumber(String name, int value) {
        if (value == 0) {
            throw new IllegalArgumentException(
                    name + " must be a column's number from 1, or from -1 for the last, but got 0.");
        }
        return value;
    }

    private void columns(Tree tree) {
        if (!(tree instanceof Tree.Mapping columns)) {
            problems.add(
                    tree.place(),
                    "columns must say what columns are, such as {id: ignored, zip: category}, but got " + tree.found()
                            + ".");
            return;
        }
        for (Map.Entry<String, Tree> column : columns.entries().entrySet()) {
            String use = Values.text(problems, "a column", column.getValue(), "");
            if (use.equals(LABEL)) {
                label(column.getKey(), column.getValue());
            } else if (!use.isEmpty()) {
                rule(column.getKey(), column.getValue(), use);
            }
        }
    }

    private void label(String column, Tree tree) {
        if (labelled.isPresent()) {
            problems.add(tree.place(), "there can be one label, but columns names another.");
        }
        labelled = Optional.of(tree);
        label = column;
    }

    private void rule(String columns, Tree tree, String label) {
        List<String> known = new ArrayList<>(
                List.of(ColumnUse.values()).stream().map(ColumnUse::label).toList());
        known.add(LABEL);
        List.of(ColumnUse.values()).stream()
                .filter(use -> use.label().equals(label))
                .findFirst()
                .ifPresentOrElse(
                        use -> rules.add(new ColumnRule(columns, use)),
                        () -> Values.unknown(problems, "use of a column", tree.place(), label, known));
    }

    private Preparing preparing() {
        List<String> missing = section.find("missing").map(this::missing).orElse(List.of());
        Fill fill = section.find("fill").map(this::fill).orElse(Preparing.USUAL.fill());
        Preparing.MissingFlags flags = section.choice(
                "missing-flags", List.of(Preparing.MissingFlags.values()), Preparing.USUAL.missingFlags());
        int mostValues = section.wholeNumber("most-values", Preparing.USUAL.mostValues(), Checks::positive);
        Preparing.Decimals decimals =
                section.choice("decimals", List.of(Preparing.Decimals.values()), Preparing.USUAL.decimals());
        return new Preparing(rules, missing, fill, flags, mostValues, decimals);
    }

    private List<String> missing(Tree tree) {
        List<Tree> marks = tree instanceof Tree.Sequence list ? list.items() : List.of(tree);
        List<String> texts = new ArrayList<>();
        for (Tree mark : marks) {
            if (mark instanceof Tree.Scalar scalar) {
                texts.add(scalar.text().strip());
            } else {
                problems.add(mark.place(), "missing must be a list of texts, but got " + mark.found() + ".");
            }
        }
        return texts;
    }

    private Fill fill(Tree tree) {
        Optional<Choice> choice = Choice.of(problems, "fill", tree, FILLS);
        if (choice.isEmpty()) {
            return Preparing.USUAL.fill();
        }
        String name = choice.get().name();
        if (name.equals("constant") && choice.get().single()) {
            return new Fill.Constant(
                    Values.number(problems, "constant", choice.get().arguments().orElseThrow(), 0, Checks::finite));
        }
        if (!FILLS.contains(name)) {
            Values.unknown(problems, "fill", choice.get().place(), name, FILLS);
        } else if (name.equals("constant")) {
            problems.add(choice.get().place(), "constant needs a number, such as {constant: 0}.");
        } else if (choice.get().arguments().isPresent()) {
            problems.add(choice.get().place(), name + " takes no arguments.");
        }
        return name.equals("median") ? new Fill.Median() : new Fill.Mean();
    }
}
