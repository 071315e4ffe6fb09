package nightsweep.experiments.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nightsweep.experiments.yaml.Inquiry;
import nightsweep.experiments.yaml.Values;

/** Gathers what readers ask, by place. */
final class Forms implements Inquiry {
    private final Form file = new Form();

    /** By check, the same check being asked again and again. */
    private final Map<Object, Bounds> bounds = new HashMap<>();

    Form file() {
        return file;
    }

    /** The form of a path of keys and indexes, all indexes being one. */
    private Form at(String path) {
        Form form = file;
        if (path.isEmpty()) {
            return form;
        }
        for (String part : path.split("\\.", -1)) {
            if (part.matches("[0-9]+")) {
                form.list();
                form = form.part(Form.ITEM);
            } else {
                form = form.part(part);
            }
        }
        return form;
    }

    @Override
    public void mapping(String path, List<String> keys, Set<String> required) {
        at(path).mapping(keys, required);
    }

    @Override
    public void open(String path) {
        at(path).openMapping();
    }

    @Override
    public void list(String path) {
        at(path).list();
    }

    @Override
    public void text(String path) {
        at(path).scalar(Form.Kind.TEXT, Bounds.NONE);
    }

    @Override
    public void nothing(String path) {
        at(path).scalar(Form.Kind.NOTHING, Bounds.NONE);
    }

    @Override
    public void whole(String path, Values.WholeCheck check) {
        at(path).scalar(Form.Kind.WHOLE, bounds.computeIfAbsent(check, any -> Bounds.ofWhole(check)));
    }

    @Override
    public void number(String path, Values.NumberCheck check) {
        at(path).scalar(Form.Kind.NUMBER, bounds.computeIfAbsent(check, any -> Bounds.of(check)));
    }

    @Override
    public void labels(String path, List<String> labels) {
        at(path).labels(labels);
    }

    @Override
    public void choice(String path, List<String> names) {
        at(path).choice(names);
    }

    @Override
    public void usual(String path, Object value) {
        at(path).usual(value);
    }
}
