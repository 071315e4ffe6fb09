package nightsweep.worker.dataset.csv;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nightsweep.experiments.dataset.TableForm;
import nightsweep.worker.dataset.csv.line.CommentLines;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;

/**
 * What the columns of a table are called: by its first line, else by their numbers from 1.
 *
 * @param names one a column, no two the same
 * @param told the same, as messages name them
 * @param endsWithSeparator whether lines end with a separator after which there is no column
 */
public record Heading(List<String> names, List<String> told, boolean endsWithSeparator) {
    public Heading {
        names = List.copyOf(names);
        told = List.copyOf(told);
    }

    /** The names in the cells of a first line, before which comments may stand. */
    public static Heading of(List<String> cells, DataFile file) throws DataException {
        return of(cells, TableForm.Text.FOUND, file);
    }

    /**
     * The names in the cells of a first line.
     *
     * @param comment what a sweep says of lines that are none of the table
     * @throws DataException if it is a comment, or two have the same name
     */
    static Heading of(List<String> cells, String comment, DataFile file) throws DataException {
        if (!comment.equals(TableForm.Text.NONE) && CommentLines.begins(cells.get(0))) {
            throw file.fault(
                    "its first line begins with #, but must name the columns: delete comment lines, or the #, or say comment: none");
        }
        boolean ends = cells.size() > 2 && cells.get(cells.size() - 1).isBlank();
        List<String> first = ends ? cells.subList(0, cells.size() - 1) : cells;
        Heading heading = of(first, ends);
        Set<String> seen = new LinkedHashSet<>();
        Set<String> twice = new LinkedHashSet<>();
        heading.names.stream().filter(name -> !seen.add(name)).forEach(twice::add);
        if (!twice.isEmpty()) {
            throw file.fault("it has several columns \"" + String.join("\" and \"", twice)
                    + "\": give each column a name of its own");
        }
        return heading;
    }

    /** The name in a cell: ends of lines are of one kind, whatever wrote them. */
    static String name(String cell) {
        return cell.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** A name on one line. */
    public static String told(String name) {
        return name.replace('\n', ' ');
    }

    /** Columns without names. */
    public static Heading numbered(int columns) {
        return of(Collections.nCopies(columns, ""), false);
    }

    private static Heading of(List<String> cells, boolean ends) {
        List<String> names = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (int column = 1; column <= cells.size(); column++) {
            String name = name(cells.get(column - 1));
            names.add(name.isEmpty() ? String.valueOf(column) : name);
            told.add(name.isEmpty() ? "column " + column : "column \"" + told(name) + "\"");
        }
        return new Heading(names, told, ends);
    }
}
