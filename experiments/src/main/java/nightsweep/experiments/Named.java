package nightsweep.experiments;

import java.util.List;

/** A choice that has a name in sweep files, in the field's usual spelling and in kebab case. */
public interface Named {
    /** The name in sweep files and tables, such as {@code leaky-relu}. */
    String label();

    static List<String> labels(List<? extends Named> all) {
        return all.stream().map(Named::label).toList();
    }
}
