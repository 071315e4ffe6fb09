package nightsweep.experiments.sweepfile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.yaml.Inquiry;
import nightsweep.experiments.yaml.Place;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.Settings;
import nightsweep.experiments.yaml.SweepFileException;
import nightsweep.experiments.yaml.Tree;
import nightsweep.experiments.yaml.TreeReader;

/** The sweep file: YAML that declares a grid of configurations. Its keys and defaults are told in docs/sweep-file.md. */
public final class SweepFile {
    private static final Place FILE = new Place(0, "");
    private static final String DATA_FOLDER = "data-folder";

    private SweepFile() {}

    /**
     * Reads a sweep.
     *
     * @param text the file's content
     * @param fileName for messages
     * @throws SweepFileException with everything that is wrong with the file
     */
    public static Sweep parse(String text, String fileName) throws SweepFileException {
        Problems problems = new Problems();
        Tree tree = TreeReader.read(text, FILE, problems);
        Optional<Sweep> sweep = SweepReader.read(problems, tree);
        problems.throwIfAny(fileName);
        return sweep.orElseThrow();
    }

    /** Reads what may be no more than a part of a sweep, to tell what is asked of a file. */
    public static void ask(Tree tree, Inquiry inquiry) {
        SweepReader.read(new Problems(inquiry), tree);
    }

    /**
     * A sweep file's text with some values changed, else as it was: layout, comments and, but for added keys, lines.
     *
     * @param settings each a dotted path, {@code =} and a YAML value: {@code training.epochs=2},
     *     {@code grid.optimizer=[sgd, adam]}, {@code network.0.dense.units=64}; keys that are not there are added, items
     *     of lists count from 0; applied in order
     * @param fileName for messages
     * @throws SweepFileException with all settings that cannot be applied
     */
    public static String withSettings(String text, List<String> settings, String fileName) throws SweepFileException {
        Problems problems = new Problems();
        Settings applied = new Settings(problems);
        String changed = text;
        for (String setting : settings) {
            changed = applied.apply(changed, setting);
        }
        problems.throwIfAny(fileName);
        return changed;
    }

    /**
     * A sweep file's text whose sweep has a configuration that a search proposed while a run lasted, as the first that is tried;
     * where all configurations are known beforehand, the text as it is.
     *
     * @param fileName for messages
     * @throws SweepFileException if it cannot be put in
     */
    public static String declaring(String text, Configuration configuration, String fileName)
            throws SweepFileException {
        if (parse(text, fileName).learning().isEmpty()) {
            return text;
        }
        Map<String, Tree> values = new LinkedHashMap<>();
        configuration
                .point()
                .forEach((axis, value) -> values.put(axis, new Tree.Scalar(FILE, value, Tree.Quotes.WITH)));
        Problems problems = new Problems();
        Tree start = new Tree.Sequence(FILE, List.of(new Tree.Mapping(FILE, values)));
        String changed = new Settings(problems).put(text, List.of("search", "start"), start, FILE);
        problems.throwIfAny(fileName);
        return changed;
    }

    /**
     * Where relative paths of data start, as a sweep file says; empty where it does not.
     *
     * @param text that {@link #parse} reads
     */
    public static Optional<String> dataFolder(String text) {
        return TreeReader.read(text, FILE, new Problems()) instanceof Tree.Mapping file
                        && file.entries().get(DATA_FOLDER) instanceof Tree.Scalar folder
                        && !folder.isNothing()
                ? Optional.of(folder.text())
                : Optional.empty();
    }

    /**
     * A sweep file's text with another data folder, else as it was.
     *
     * @param fileName for messages
     * @throws SweepFileException if it cannot be put in
     */
    public static String withDataFolder(String text, String folder, String fileName) throws SweepFileException {
        Problems problems = new Problems();
        Tree value = new Tree.Scalar(FILE, folder, Tree.Quotes.WITH);
        String changed = new Settings(problems).put(text, List.of(DATA_FOLDER), value, FILE);
        problems.throwIfAny(fileName);
        return changed;
    }

    /**
     * The short form of a sweep file: its text with the values that {@code quick} has by dotted path, under the name
     * {@code NAME-quick}.
     *
     * @param fileName for messages
     * @throws SweepFileException if there is no short form, or a value cannot be put in
     */
    public static String quick(String text, String fileName) throws SweepFileException {
        Problems problems = new Problems();
        Settings applied = new Settings(problems);
        String changed = text;
        if (TreeReader.read(text, FILE, problems) instanceof Tree.Mapping file) {
            if (file.entries().get("quick") instanceof Tree.Mapping quick) {
                for (Map.Entry<String, Tree> setting : quick.entries().entrySet()) {
                    List<String> path = List.of(setting.getKey().split("\\.", -1));
                    changed = applied.put(
                            changed,
                            path,
                            setting.getValue(),
                            setting.getValue().place());
                }
            } else {
                problems.add(
                        FILE,
                        "it has no short form: say under quick what is to be smaller, such as"
                                + " quick: {training.epochs: 1}, or use --set.");
            }
            if (file.entries().get("name") instanceof Tree.Scalar name) {
                Tree renamed = new Tree.Scalar(name.place(), name.text() + "-quick", name.quotes());
                changed = applied.put(changed, List.of("name"), renamed, name.place());
            }
        }
        problems.throwIfAny(fileName);
        return changed;
    }

    /**
     * A sweep file's text without {@code only} and {@code exclude}: it tries the whole grid.
     *
     * @param fileName for messages
     * @throws SweepFileException if the text is not YAML
     */
    public static String fullGrid(String text, String fileName) throws SweepFileException {
        Problems problems = new Problems();
        Settings applied = new Settings(problems);
        Tree none = new Tree.Sequence(FILE, List.of());
        String changed = text;
        if (TreeReader.read(text, FILE, problems) instanceof Tree.Mapping mapping) {
            for (String key : List.of("only", "exclude")) {
                if (mapping.entries().containsKey(key)) {
                    changed = applied.put(changed, List.of(key), none, new Place(0, key));
                }
            }
        }
        problems.throwIfAny(fileName);
        return changed;
    }

    /**
     * The keys whose values two sweep files do not share, in the order of the first; axes as they are declared, not as
     * configurations come of them.
     *
     * @param fileName for messages
     * @throws SweepFileException if one of them is not YAML
     */
    public static List<Difference> differences(String before, String now, String fileName) throws SweepFileException {
        Problems problems = new Problems();
        Tree first = TreeReader.read(before, FILE, problems);
        Tree second = TreeReader.read(now, FILE, problems);
        problems.throwIfAny(fileName);
        return Differences.between(first, second);
    }
}
