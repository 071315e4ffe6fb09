package nightsweep.experiments.yaml;

/**
 * Where a value stands.
 *
 * @param line of the file, from 1; 0 for the file as a whole
 * @param key the keys and list indexes on the way to it, joined by dots, such as {@code network.0.dense.units}; empty
 *     for the whole file
 */
public record Place(int line, String key) {

    Place child(int childLine, String name) {
        return new Place(childLine, key.isEmpty() ? name : key + "." + name);
    }

    /** The last part of the key. */
    String name() {
        return key.substring(key.lastIndexOf('.') + 1);
    }
}
