package nightsweep.experiments.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** A sweep file that cannot be read, with everything that is wrong with it. */
public final class SweepFileException extends Exception {
    private static final int SHOWN = 100;

    private final List<Problem> problems;

    /**
     * An exception whose message names the file and then has a line for each problem.
     *
     * @param problems one or more, in the order in which they are told
     */
    public SweepFileException(String fileName, List<Problem> problems) {
        super(message(fileName, problems));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, by line, each problem once. */
    public List<Problem> problems() {
        return problems;
    }

    private static String message(String fileName, List<Problem> problems) {
        String shown = problems.stream().limit(SHOWN).map(p -> "\n  " + p).collect(Collectors.joining());
        String rest = problems.size() > SHOWN ? "\n  and " + (problems.size() - SHOWN) + " more." : "";
        return "Cannot read sweep " + fileName + ":" + shown + rest;
    }
}
