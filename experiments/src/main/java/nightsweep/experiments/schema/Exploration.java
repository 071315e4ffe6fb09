package nightsweep.experiments.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.Place;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.TreeReader;

/**
 * Finds out what a sweep file may have in it by reading files: whatever place a reader asks for is given a value, a
 * mapping and lists, which makes it ask for more, until nothing new is asked for.
 */
final class Exploration {
    /** An axis of the grid. */
    static final String AXIS = "axis";

    private static final Place FILE = new Place(0, "");

    private static final List<String> LISTS_OF_LISTS = List.of(Form.ITEM, Form.ITEM, Form.ITEM);

    /** What is asked for only beside certain values. */
    private static final List<String> BESIDE = List.of(
            "dataset: {name: digits}",
            "dataset: {name: elsewhere}",
            "dataset: {rows: [[1, 0]]}",
            "dataset: {csv: {train: a, header: absent}}",
            "dataset: {csv: {train: a, columns: {a: label}}}",
            "dataset: {csv: {train: a, test: b}}",
            "training: {learning-rate: {unit: step, schedule: {cosine: {}}}}",
            "training: {learning-rate: {unit: step, schedule: {polynomial: {}}}}",
            "training: {optimizer: {adam: {epsilon-hat: 1}}}",
            "training: {optimizer: {adamw: {epsilon-hat: 1}}}",
            "training: {optimizer: {amsgrad: {epsilon-hat: 1}}}",
            "search: {keep: 1, after: 1}",
            "search: {rungs: {}}",
            "grid: {" + AXIS + ": {from: 1, to: 2}}");

    private static final List<String> TRIES = List.of("1", "{}", "[1]", "[{}]");

    private final Forms forms = new Forms();

    private Exploration() {}

    /** The form of a whole file. */
    static Form file() {
        return new Exploration().explore();
    }

    private Form explore() {
        BESIDE.forEach(this::ask);
        for (DataSource.Shape shape : DataSource.Shape.values()) {
            ask("dataset: {name: " + shape.label() + "}");
        }
        Set<List<String>> seen = new HashSet<>();
        Deque<List<String>> next = new ArrayDeque<>(List.of(List.of()));
        while (!next.isEmpty()) {
            List<String> path = next.poll();
            TRIES.forEach(value -> ask(document(path, value)));
            eachPart(forms.file(), path, found -> {
                if (worthwhile(found) && seen.add(found)) {
                    next.add(found);
                }
            });
        }
        return forms.file();
    }

    /** Lists of lists of numbers would go on without end. */
    private static boolean worthwhile(List<String> path) {
        return Collections.indexOfSubList(path, LISTS_OF_LISTS) < 0;
    }

    /** The parts of what stands at {@code path}, each by its own path. */
    private static void eachPart(Form file, List<String> path, Consumer<List<String>> visitor) {
        Form form = file;
        for (String part : path) {
            form = form.part(part);
        }
        for (String part : List.copyOf(form.parts().keySet())) {
            List<String> longer = new ArrayList<>(path);
            longer.add(part);
            visitor.accept(longer);
        }
    }

    /** A file that has {@code value} at {@code path} and nothing else. */
    private static String document(List<String> path, String value) {
        String text = value;
        for (int i = path.size() - 1; i >= 0; i--) {
            text = path.get(i).equals(Form.ITEM) ? "[" + text + "]" : "{" + path.get(i) + ": " + text + "}";
        }
        return text;
    }

    private void ask(String text) {
        SweepFile.ask(TreeReader.read(text, FILE, new Problems()), forms);
    }
}
