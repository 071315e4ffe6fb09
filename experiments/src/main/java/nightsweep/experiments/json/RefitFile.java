package nightsweep.experiments.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import nightsweep.experiments.sweep.Refit;
import nightsweep.experiments.sweep.TrialId;

/** The file in a saved network that says how it was trained beyond its sweep: JSON with a checksum as its last field. */
public final class RefitFile {
    private static final int FORMAT = 1;

    private RefitFile() {}

    /** The content of a file for {@code refit}. */
    public static String write(Refit refit) {
        return SealedJson.text(JsonNodeFactory.instance
                .objectNode()
                .put("format", FORMAT)
                .put("run", refit.run())
                .put("trial", refit.trial().text())
                .put("configuration", refit.configuration())
                .put("chosen-on", refit.chosenOn())
                .put("epochs", refit.epochs())
                .put("training", refit.training())
                .put("validation", refit.validation())
                .put("slots", refit.slots())
                .put("averaged-every", refit.averagedEvery())
                .put("rate-times", refit.rateTimes())
                .put("says", refit.describe()));
    }

    /**
     * The refit in a file.
     *
     * @throws IllegalArgumentException that says what is wrong with it
     */
    public static Refit read(String text) {
        JsonPart json = SealedJson.read(text);
        int format = json.small("format");
        if (format != FORMAT) {
            throw new IllegalArgumentException("it is of format " + format + ", but only " + FORMAT + " is known.");
        }
        return new Refit(
                json.text("run"),
                new TrialId(json.text("trial")),
                json.small("configuration"),
                json.text("chosen-on"),
                json.small("epochs"),
                json.small("training"),
                json.small("validation"),
                json.small("slots"),
                json.small("averaged-every"),
                json.present("rate-times", JsonPart::number).orElse(1.0));
    }
}
