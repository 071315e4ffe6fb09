package nightsweep.experiments.sweepfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nightsweep.experiments.Checks;
import nightsweep.experiments.sweep.PublishedRow;
import nightsweep.experiments.sweep.PublishedTrace;
import nightsweep.experiments.sweep.PublishedValues;
import nightsweep.experiments.sweepfile.grid.Grid;
import nightsweep.experiments.sweepfile.grid.GridReader;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.Section;
import nightsweep.experiments.yaml.Tree;
import nightsweep.experiments.yaml.Values;

/**
 * Reads {@code published}. A row may speak of a value that its axis does not have, so that a grid can be narrowed without
 * taking rows away.
 */
record PublishedReader(Problems problems, Grid grid) {
    private static final List<String> LOSSES = List.of("train-loss", "validation-loss", "test-loss");
    private static final String PARAMETERS = "parameters";
    private static final List<String> FIGURES = List.of(
            "train-loss",
            "train-accuracy",
            "validation-loss",
            "validation-accuracy",
            "test-loss",
            "test-accuracy",
            "test-accuracy-with-dropout",
            PARAMETERS);

    /** Rows of figures, and trainings followed step by step; a row may be both. */
    record Published(List<PublishedRow> rows, List<PublishedTrace> traces) {
        static final Published NOTHING = new Published(List.of(), List.of());
    }

    Published read(Tree tree) {
        List<PublishedRow> rows = new ArrayList<>();
        List<PublishedTrace> traces = new ArrayList<>();
        if (tree instanceof Tree.Sequence sequence) {
            for (Tree item : sequence.items()) {
                Section section = Section.of(problems, "a published row", item);
                List<PublishedValues> steps = section.find("trace")
                        .map(new TraceReader(problems)::read)
                        .orElse(List.of());
                PublishedRow row = row(section);
                if (!section.has("trace")
                        || !row.figures().isEmpty()
                        || !row.f1().isEmpty()) {
                    rows.add(row);
                }
                if (!steps.isEmpty()) {
                    traces.add(new PublishedTrace(row.point(), row.source(), steps));
                }
            }
        } else if (!(tree instanceof Tree.Unknown)) {
            problems.add(tree.place(), "published must be a list of rows, but got " + tree.found() + ".");
        }
        return new Published(rows, traces);
    }

    private PublishedRow row(Section section) {
        Map<String, String> point = point(section);
        String source = Values.text(section.problems(), "source", section.required("source"), "unknown");
        Map<String, Double> figures = new LinkedHashMap<>();
        for (String figure : FIGURES) {
            if (section.has(figure)) {
                figures.put(figure, section.number(figure, 0, check(figure)));
            }
        }
        List<Double> f1 = section.find("f1").map(this::shares).orElse(List.of());
        String note = section.text("note", "").strip();
        section.done();
        return new PublishedRow(point, source, figures, f1, note);
    }

    private static Values.NumberCheck check(String figure) {
        if (figure.equals(PARAMETERS)) {
            return Checks::notNegative;
        }
        return LOSSES.contains(figure) ? Checks::finite : PublishedReader::share;
    }

    private Map<String, String> point(Section section) {
        Map<String, String> point = new LinkedHashMap<>();
        if (section.find("config").orElse(null) instanceof Tree.Mapping mapping) {
            mapping.entries().forEach((name, value) -> {
                String written = GridReader.label(value);
                grid.axis(name)
                        .ifPresentOrElse(
                                axis -> point.put(
                                        name,
                                        axis.indexOf(written)
                                                .map(axis.labels()::get)
                                                .orElse(written)),
                                () -> Values.unknown(problems, "axis", value.place(), name, grid.names()));
            });
        } else {
            section.find("config").ifPresent(tree -> Section.of(problems, "config", tree));
        }
        return point;
    }

    private List<Double> shares(Tree tree) {
        if (tree instanceof Tree.Sequence sequence) {
            return sequence.items().stream()
                    .map(item -> Values.number(problems, "f1", item, 0, PublishedReader::share))
                    .toList();
        }
        problems.add(tree.place(), "f1 must be a list of numbers, but got " + tree.found() + ".");
        return List.of();
    }

    private static double share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be within 0..1, but got " + value + ".");
        }
        return value;
    }
}
