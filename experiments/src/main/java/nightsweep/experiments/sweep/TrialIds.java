package nightsweep.experiments.sweep;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import nightsweep.experiments.sweep.text.TrainingText;
import org.jspecify.annotations.Nullable;

/**
 * The ids of a sweep's trials. What a configuration's trials share is hashed once, and what configurations share is written
 * out once, where trials are asked for in order. Used by one thread.
 */
final class TrialIds {
    private static final int DIGITS = 12;

    /** Parts of configurations whose texts are kept: a grid goes through those of one axis before the next of another. */
    private static final int MOST_KEPT = 1_000;

    /** Components that came with another formula, which trials before it lack. */
    private static final List<String> WITH_FORMULAS =
            List.of(", rate=AT_USE", ", epsilonHat=0.0", ", momentumDecay=0.004", ", penalised=ALL");

    /** The only activation that has a hyperparameter and had none. */
    private static final String HARD_SIGMOID = "name=HARD_SIGMOID, values=[";

    private final String seed;
    private final IdentityHashMap<Object, String> texts = new IdentityHashMap<>();
    private @Nullable Begun begun;

    TrialIds(long sweepSeed) {
        this.seed = " seed " + sweepSeed;
    }

    /**
     * A configuration, hashed up to what tells its repeats apart.
     *
     * @param after what stands behind that
     */
    private record Begun(Configuration configuration, MessageDigest hash, String after) {}

    /**
     * The id of a trial.
     *
     * @param repeat from 0
     * @param fold from 0; told only where there are folds
     */
    // Configurations are told apart by what they are: comparing all that they hold would cost more than it spares.
    @SuppressWarnings("ReferenceEquality")
    TrialId of(Configuration configuration, int repeat, int fold) {
        Begun now = begun;
        if (now == null || now.configuration != configuration) {
            now = begin(configuration);
            begun = now;
        }
        try {
            String folded = configuration.dataset().folds().active() ? "fold " + fold + " " : "";
            return id((MessageDigest) now.hash.clone(), folded + repeat(repeat) + now.after);
        } catch (CloneNotSupportedException e) {
            throw new AssertionError("Java's own SHA-256 can be gone on with twice.", e);
        }
    }

    /** The id that the same words had before {@link EarlierTrial#formulas} changed. */
    TrialId earlier(Configuration configuration, int repeat) {
        StringBuilder content = new StringBuilder();
        parts(configuration).forEach(part -> content.append(part).append('\n'));
        String earlier = content.toString();
        for (String component : WITH_FORMULAS) {
            earlier = earlier.replace(component, "");
        }
        return id(sha256(), earlier.replace(HARD_SIGMOID + 1.0 / 6 + "]", HARD_SIGMOID + "]") + repeat(repeat));
    }

    private Begun begin(Configuration configuration) {
        MessageDigest hash = sha256();
        for (String part : parts(configuration)) {
            hash.update((part + "\n").getBytes(StandardCharsets.UTF_8));
        }
        List<String> formulas = EarlierTrial.formulas(configuration);
        return new Begun(configuration, hash, formulas.isEmpty() ? "" : "\nformulas of PyTorch " + formulas);
    }

    /** The texts of what a configuration is made of. */
    private List<String> parts(Configuration configuration) {
        return List.of(
                text(configuration.dataset(), ConfigurationText::of),
                text(configuration.network(), ConfigurationText::of),
                text(configuration.training(), TrainingText::of),
                text(configuration.evaluation(), ConfigurationText::of));
    }

    private String repeat(int repeat) {
        return "repeat " + repeat + seed;
    }

    private <T> String text(T part, Function<T, String> writer) {
        String known = texts.get(part);
        if (known != null) {
            return known;
        }
        String text = writer.apply(part);
        if (texts.size() >= MOST_KEPT) {
            texts.clear();
        }
        texts.put(part, text);
        return text;
    }

    private static TrialId id(MessageDigest begun, String rest) {
        byte[] hash = begun.digest(rest.getBytes(StandardCharsets.UTF_8));
        return new TrialId("t-" + HexFormat.of().formatHex(hash, 0, DIGITS / 2));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256.", e);
        }
    }
}
