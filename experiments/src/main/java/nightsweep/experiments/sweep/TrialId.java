package nightsweep.experiments.sweep;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import nightsweep.experiments.training.Augmentation;

/**
 * A hash of everything that decides a trial's outcome, so that the same work has the same id wherever and whenever it
 * is planned. Its place in the grid and the names of the axes are no part of it.
 *
 * @param text {@code t-} and 12 hexadecimal digits
 */
public record TrialId(String text) {
    private static final int DIGITS = 12;
    private static final Pattern FORM = Pattern.compile("t-[0-9a-f]{12}");
    /** Components that came later, as trials of before had them: left out, so that those keep their ids. */
    private static final List<String> LATER = List.of(
            ", epochSteps=0", ", augmentation=" + Augmentation.NONE, ", histograms=NONE", ", penalised=WEIGHTS");
    /** Components that came with another formula, which trials before it lack. */
    private static final List<String> WITH_FORMULAS =
            List.of(", rate=AT_USE", ", epsilonHat=0.0", ", momentumDecay=0.004", ", penalised=ALL");
    /** The only activation that has a hyperparameter and had none. */
    private static final String HARD_SIGMOID = "name=HARD_SIGMOID, values=[";

    public TrialId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("A trial id is t- and 12 hexadecimal digits, but got " + text + ".");
        }
    }

    /** The records' own text is the content: it names every component and its value, in declared order. */
    static TrialId of(Configuration configuration, int repeat, long sweepSeed) {
        List<String> formulas = EarlierTrial.formulas(configuration);
        String content = content(configuration, repeat, sweepSeed);
        return hashed(formulas.isEmpty() ? content : content + "\nformulas of PyTorch " + formulas);
    }

    /** The id that the same words had before {@link EarlierTrial#formulas} changed. */
    static TrialId earlier(Configuration configuration, int repeat, long sweepSeed) {
        String content = content(configuration, repeat, sweepSeed);
        for (String component : WITH_FORMULAS) {
            content = content.replace(component, "");
        }
        return hashed(content.replace(HARD_SIGMOID + 1.0 / 6 + "]", HARD_SIGMOID + "]"));
    }

    private static String content(Configuration configuration, int repeat, long sweepSeed) {
        String content = String.join(
                "\n",
                configuration.dataset().toString(),
                configuration.network().toString(),
                configuration.training().toString(),
                configuration.evaluation().toString(),
                "repeat " + repeat + " seed " + sweepSeed);
        for (String component : LATER) {
            content = content.replace(component, "");
        }
        return content;
    }

    private static TrialId hashed(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return new TrialId("t-" + HexFormat.of().formatHex(hash).substring(0, DIGITS));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256.", e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
