package nightsweep.worker.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nightsweep.experiments.json.ModelCardFile;
import nightsweep.experiments.json.RefitFile;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.network.Shape;
import nightsweep.experiments.outcome.ModelCard;
import nightsweep.experiments.sweep.EarlierTrial;
import nightsweep.experiments.sweep.Finalists;
import nightsweep.experiments.sweep.Refit;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;
import nightsweep.worker.engine.dl4j.ModelZip;

/**
 * A saved model: Deeplearning4j's zip, which Deeplearning4j opens by itself, and beside its entries four of Nightsweep's:
 * {@value ModelEntries#CARD}, {@value ModelEntries#SWEEP}, {@value ModelEntries#OUTCOME}, and {@value ModelEntries#CHECKSUMS} of
 * all others; {@value ModelEntries#REFIT} too where no trial of the sweep trained it.
 */
public final class ModelFile {
    private static final int MOST_AROUND_PARAMETERS = 4_096;
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ModelFile() {}

    /**
     * The content of a file.
     *
     * @throws ModelException if Deeplearning4j computes a layer otherwise
     */
    public static byte[] write(SavedModel model) throws ModelException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ModelZip.write(
                    model.trial().configuration().network(),
                    Shape.of(model.trained().card().shape()),
                    model.trained().parameters(),
                    plain);
            Map<String, byte[]> entries =
                    new LinkedHashMap<>(ModelEntries.texts(plain.toByteArray()).bytes());
            entries.put(ModelZip.COEFFICIENTS, ModelEntries.coefficients(plain.toByteArray(), Integer.MAX_VALUE - 8));
            entries.put(
                    ModelEntries.CARD, utf8(ModelCardFile.write(model.trained().card())));
            entries.put(ModelEntries.SWEEP, utf8(model.sweepText()));
            entries.put(ModelEntries.OUTCOME, utf8(model.outcomeText()));
            model.refit().ifPresent(refit -> entries.put(ModelEntries.REFIT, utf8(RefitFile.write(refit))));
            entries.put(
                    ModelEntries.CHECKSUMS,
                    utf8(Checksums.of(new ModelEntries(entries)).text()));
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    ZipEntry place = new ZipEntry(entry.getKey());
                    place.setTimeLocal(ALWAYS);
                    zip.putNextEntry(place);
                    zip.write(entry.getValue());
                    zip.closeEntry();
                }
            }
        } catch (IllegalArgumentException e) {
            throw new ModelException("Cannot save trial " + model.trial().id() + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new AssertionError("Memory is always written.", e);
        }
        return bytes.toByteArray();
    }

    /**
     * The model in a file.
     *
     * @param where its name, for messages
     * @throws ModelException if it is damaged, of another make, or holds anything that Nightsweep does not write
     */
    public static SavedModel read(byte[] bytes, String where) throws ModelException {
        try {
            ModelEntries entries = ModelEntries.texts(bytes);
            String sweepText = entries.text(ModelEntries.SWEEP);
            ModelCard card = ModelCardFile.read(entries.text(ModelEntries.CARD));
            Sweep sweep = SweepFile.parse(sweepText, ModelEntries.SWEEP);
            Optional<Refit> refit = entries.bytes().containsKey(ModelEntries.REFIT)
                    ? Optional.of(RefitFile.read(entries.text(ModelEntries.REFIT)))
                    : Optional.empty();
            Trial trial = trial(sweep, card, refit);
            NetworkSpec network = trial.configuration().network();
            byte[] coefficients = ModelEntries.coefficients(bytes, most(network, card));
            Checksums.read(entries.text(ModelEntries.CHECKSUMS)).check(entries.with(coefficients));
            Trained trained = new Trained(card, ModelZip.parameters(network, Shape.of(card.shape()), coefficients));
            return new SavedModel(trial, sweep.seed(), trained, sweepText, entries.text(ModelEntries.OUTCOME), refit);
        } catch (IOException | RuntimeException | SweepFileException e) {
            throw new ModelException("Cannot read model " + where + ": " + e.getMessage(), e);
        }
    }

    /**
     * Passes where a file holds what was saved, by its checksums alone.
     *
     * @param where its name, for messages
     * @throws ModelException if it does not
     */
    public static void check(byte[] bytes, String where) throws ModelException {
        try {
            ModelEntries entries = ModelEntries.texts(bytes);
            byte[] coefficients = ModelEntries.coefficients(bytes, Integer.MAX_VALUE - 8);
            Checksums.read(entries.text(ModelEntries.CHECKSUMS)).check(entries.with(coefficients));
        } catch (IOException | RuntimeException e) {
            throw new ModelException("Cannot read model " + where + ": " + e.getMessage(), e);
        }
    }

    /** What trained it: a trial of the sweep, or one of them on more examples. */
    private static Trial trial(Sweep sweep, ModelCard card, Optional<Refit> refit) {
        TrialId wanted = refit.map(Refit::trial).orElse(card.id());
        Trial declared = Finalists.possibleTrials(sweep).stream()
                .filter(one -> is(one, wanted, sweep))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("its sweep has no trial " + wanted + "."));
        Trial trial = refit.map(one -> Refit.whole(declared, one.epochs(), sweep.seed()))
                .orElse(declared);
        if (!is(trial, card.id(), sweep)) {
            throw new IllegalArgumentException("it is of " + card.id() + ", but its refit makes " + trial.id() + ".");
        }
        return trial;
    }

    /**
     * Whether a trial has an id, or had it before formulas of its training changed: its network computes what it did.
     *
     * @throws IllegalArgumentException if its network computes something else now
     */
    private static boolean is(Trial trial, TrialId id, Sweep sweep) {
        if (trial.id().equals(id)) {
            return true;
        }
        Optional<EarlierTrial> earlier = EarlierTrial.of(trial.configuration(), trial.repeat(), sweep.seed())
                .filter(one -> one.id().equals(id));
        if (earlier.isPresent() && !earlier.get().computesAlike()) {
            throw new IllegalArgumentException("an earlier version of Nightsweep wrote it, in which "
                    + String.join(", ", earlier.get().formulas()) + " was another formula. Use that version for it.");
        }
        return earlier.isPresent();
    }

    /** More than a zip of this network can hold is not even inflated. */
    private static int most(NetworkSpec network, ModelCard card) throws IOException {
        long most = Float.BYTES * network.parameters(Shape.of(card.shape())) + MOST_AROUND_PARAMETERS;
        if (most > Integer.MAX_VALUE) {
            throw new IOException("its network has too many parameters for one file.");
        }
        return (int) most;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
