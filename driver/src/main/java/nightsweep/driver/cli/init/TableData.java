package nightsweep.driver.cli.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nightsweep.driver.cli.console.CommandFailure;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.experiments.dataset.DataSource.Header;
import nightsweep.worker.dataset.csv.TableLook;
import nightsweep.worker.dataset.csv.TableLook.Column;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;

/**
 * A table, and the column of it that says what a row is.
 *
 * @param train as it was given
 * @param test empty where a share of the rows is kept for testing
 * @param file the training table
 */
record TableData(String train, Optional<String> test, DataFile file, TableLook look) {
    private static final int MOST_NAMED = 12;

    /**
     * As a sweep file declares it.
     *
     * @param wanted the label column's name or number; empty where it is to be found
     */
    FoundData found(Optional<String> wanted) throws CommandFailure, DataException {
        Column label = wanted.isPresent() ? given(wanted.get()) : likeliest();
        boolean number = look.isQuantity(label);
        List<String> lines = new ArrayList<>(List.of("csv:", "  train: " + FoundData.quoted(train)));
        test.ifPresent(file -> lines.add("  test: " + FoundData.quoted(file)));
        boolean named = look.header() == Header.PRESENT;
        lines.add(FoundData.line(
                "  header: " + look.header().label(),
                named ? "the first line names the columns" : "the first line is a row already"));
        lines.add(FoundData.line(
                "  label: " + (named ? FoundData.quoted(label.name()) : label.number()), comment(label, wanted)));
        if (number) {
            lines.add(FoundData.line("  target: number", "to be predicted as one; class, if its values are classes"));
        }
        if (test.isEmpty()) {
            lines.add(FoundData.line(
                    "  test-share: 0.2", number ? "for testing only" : "of each class, for testing only"));
        }
        List<Column> same = number ? List.of() : look.sameAs(label, file);
        if (!same.isEmpty()) {
            String ignored = same.stream()
                    .map(column -> (named ? FoundData.quoted(column.name()) : column.number()) + ": ignored")
                    .collect(Collectors.joining(", "));
            lines.add(FoundData.line(
                    "  columns: {" + ignored + "}",
                    same.size() == 1 ? "says the same as the label" : "say the same as the label"));
        }
        return new FoundData(FoundData.name(train), number, lines, notes(label, wanted));
    }

    private List<String> notes(Column label, Optional<String> wanted) {
        Column last = look.columns().get(look.columns().size() - 1);
        return wanted.isEmpty() && !last.equals(label) && look.isQuantity(last)
                ? List.of("The last column"
                        + (look.header() == Header.PRESENT ? ", " + last.name() + "," : "")
                        + " looks like a quantity: --label "
                        + (look.header() == Header.PRESENT ? last.name() : last.number())
                        + " predicts it.")
                : List.of();
    }

    private String comment(Column label, Optional<String> wanted) {
        String values = label.distinct() + " different values";
        if (wanted.isPresent()) {
            return values;
        }
        List<String> others = look.labels().stream()
                .filter(column -> column.number() != label.number())
                .map(Column::name)
                .toList();
        return values + (others.isEmpty() ? "" : "; --label takes another, such as " + others.get(0));
    }

    private Column given(String wanted) throws CommandFailure {
        return look.find(wanted)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        train + " has no column " + wanted + ". It has "
                                + (look.header() == Header.PRESENT
                                        ? names(look.columns())
                                        : look.columns().size() + " columns without names: give a number from 1")
                                + "."));
    }

    private Column likeliest() throws CommandFailure {
        List<Column> likely = look.labels();
        Column last = look.columns().get(look.columns().size() - 1);
        if (likely.isEmpty() && look.isQuantity(last)) {
            return last;
        }
        if (likely.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.BAD_SWEEP,
                    "No column of " + train + " looks like classes, a few values that come again and again, with none"
                            + " missing, and the last one is no quantity. Name the column to predict by --label; there"
                            + " are " + names(look.columns()) + ".");
        }
        return likely.get(0);
    }

    private static String names(List<Column> columns) {
        return columns.stream().limit(MOST_NAMED).map(Column::name).collect(Collectors.joining(", "))
                + (columns.size() > MOST_NAMED ? " and " + (columns.size() - MOST_NAMED) + " more" : "");
    }
}
