package nightsweep.experiments.format;

import java.util.Optional;
import nightsweep.experiments.sweep.Sweep;

/** The sweep file: YAML that declares a grid of configurations. Its keys and defaults are told in docs/sweep-file.md. */
public final class SweepFile {
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
        Tree tree = TreeReader.read(text, new Place(0, ""), problems);
        Optional<Sweep> sweep = SweepReader.read(problems, tree);
        problems.throwIfAny(fileName);
        return sweep.orElseThrow();
    }
}
