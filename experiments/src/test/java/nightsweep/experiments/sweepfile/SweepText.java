package nightsweep.experiments.sweepfile;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.yaml.Problem;
import nightsweep.experiments.yaml.SweepFileException;

/** Short sweep files for tests: each part has something usual where a test says nothing of it. */
public record SweepText(String dataset, String network, String training, String rest) {
    private static final String OUTPUT = "[{output: {units: 10, loss: cross-entropy}}]";

    static SweepText usual() {
        return new SweepText("digits", OUTPUT, "{}", "");
    }

    public static SweepText dataset(String dataset) {
        return new SweepText(dataset, OUTPUT, "{}", "");
    }

    public static SweepText network(String network) {
        return new SweepText("digits", network, "{}", "");
    }

    public static SweepText training(String training) {
        return new SweepText("digits", OUTPUT, training, "");
    }

    /** The same with other settings of the training. */
    SweepText trained(String other) {
        return new SweepText(dataset, network, other, rest);
    }

    public SweepText and(String lines) {
        return new SweepText(dataset, network, training, lines);
    }

    /** Four lines, and from line 5 on what was added. */
    String text() {
        return "name: x\ndataset: " + dataset + "\nnetwork: " + network + "\ntraining: " + training + "\n" + rest;
    }

    public Sweep parsed() throws SweepFileException {
        return SweepFile.parse(text(), "x.yaml");
    }

    /** Its only configuration. */
    public Configuration only() throws SweepFileException {
        List<Configuration> configurations = parsed().configurations();
        if (configurations.size() != 1) {
            throw new AssertionError(configurations);
        }
        return configurations.get(0);
    }

    public List<String> problems() {
        return problemsOf(text());
    }

    static List<String> problemsOf(String text) {
        SweepFileException exception =
                catchThrowableOfType(SweepFileException.class, () -> SweepFile.parse(text, "x.yaml"));
        if (exception == null) {
            throw new AssertionError("No problem was found in\n" + text);
        }
        return exception.problems().stream().map(Problem::toString).toList();
    }
}
