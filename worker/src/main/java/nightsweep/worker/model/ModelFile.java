package nightsweep.worker.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import nightsweep.experiments.format.ModelCardFile;
import nightsweep.experiments.format.RefitFile;
import nightsweep.experiments.format.SweepFile;
import nightsweep.experiments.format.SweepFileException;
import nightsweep.experiments.network.Shape;
import nightsweep.experiments.outcome.ModelCard;
import nightsweep.experiments.sweep.Refit;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.worker.training.dl4j.ModelZip;

/**
 * A saved model: Deeplearning4j's zip, which Deeplearning4j opens by itself, and beside its entries three of Nightsweep's:
 * {@value #CARD}, {@value #SWEEP} and {@value #OUTCOME}; {@value #REFIT} too where no trial of the sweep trained it.
 */
public final class ModelFile {
    private static final String CARD = "nightsweep/model.json";
    private static final String SWEEP = "nightsweep/sweep.yaml";
    private static final String OUTCOME = "nightsweep/outcome.json";
    private static final String REFIT = "nightsweep/refit.json";
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
            Map<String, byte[]> entries = entries(plain.toByteArray());
            entries.put(CARD, utf8(ModelCardFile.write(model.trained().card())));
            entries.put(SWEEP, utf8(model.sweepText()));
            entries.put(OUTCOME, utf8(model.outcomeText()));
            model.refit().ifPresent(refit -> entries.put(REFIT, utf8(RefitFile.write(refit))));
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
     * @throws ModelException if it is damaged, or of another make
     */
    public static SavedModel read(byte[] bytes, String where) throws ModelException {
        try {
            Map<String, byte[]> entries = entries(bytes);
            String sweepText = text(entries, SWEEP);
            ModelCard card = ModelCardFile.read(text(entries, CARD));
            Sweep sweep = SweepFile.parse(sweepText, SWEEP);
            Optional<Refit> refit =
                    entries.containsKey(REFIT) ? Optional.of(RefitFile.read(text(entries, REFIT))) : Optional.empty();
            Trial trial = trial(sweep, card, refit);
            Trained trained = new Trained(card, ModelZip.parameters(new ByteArrayInputStream(bytes)));
            return new SavedModel(trial, sweep.seed(), trained, sweepText, text(entries, OUTCOME), refit);
        } catch (IOException | RuntimeException | SweepFileException e) {
            throw new ModelException("Cannot read model " + where + ": " + e.getMessage(), e);
        }
    }

    /** What trained it: a trial of the sweep, or one of them on more examples. */
    private static Trial trial(Sweep sweep, ModelCard card, Optional<Refit> refit) {
        TrialId wanted = refit.map(Refit::trial).orElse(card.id());
        Trial declared = sweep.trials().stream()
                .filter(one -> one.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("its sweep has no trial " + wanted + "."));
        Trial trial = refit.map(one -> Refit.whole(declared, one.epochs(), sweep.seed()))
                .orElse(declared);
        if (!trial.id().equals(card.id())) {
            throw new IllegalArgumentException("it is of " + card.id() + ", but its refit makes " + trial.id() + ".");
        }
        return trial;
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static String text(Map<String, byte[]> entries, String name) {
        byte[] bytes = entries.get(name);
        if (bytes == null) {
            throw new IllegalArgumentException("it has no " + name + ": Nightsweep did not write it.");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
