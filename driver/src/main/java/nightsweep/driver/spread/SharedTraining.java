package nightsweep.driver.spread;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import nightsweep.experiments.json.RefitFile;
import nightsweep.experiments.sweep.Finalists;
import nightsweep.experiments.sweep.Refit;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;
import nightsweep.worker.dataset.Dataset;
import org.jspecify.annotations.Nullable;

/**
 * What is trained and on what, as it travels: once to each process, which unpacks it once. The data are bytes of Java's
 * serialization, made and read by this program alone, because Kryo cannot make records.
 */
final class SharedTraining implements Serializable {
    private final String sweepText;
    private final String refitText;
    private final byte[] data;
    private transient @Nullable Dataset dataset;
    private transient @Nullable Trial whole;

    /** @param refit of a trial of the sweep */
    SharedTraining(String sweepText, Refit refit, Dataset dataset) {
        this.sweepText = sweepText;
        this.refitText = RefitFile.write(refit);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(dataset);
        } catch (IOException e) {
            throw new AssertionError("Memory is always written.", e);
        }
        this.data = bytes.toByteArray();
    }

    synchronized Dataset dataset() {
        if (dataset == null) {
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(data))) {
                dataset = (Dataset) in.readObject();
            } catch (IOException | ClassNotFoundException e) {
                throw new IllegalStateException("The data did not arrive as they were sent.", e);
            }
        }
        return dataset;
    }

    synchronized Trial trial() {
        if (whole == null) {
            try {
                Refit refit = RefitFile.read(refitText);
                Sweep sweep = SweepFile.parse(sweepText, "the sweep");
                Trial declared = Finalists.possibleTrials(sweep).stream()
                        .filter(one -> one.id().equals(refit.trial()))
                        .findFirst()
                        .orElseThrow();
                whole = refit.spread(Refit.whole(declared, refit.epochs(), sweep.seed()));
            } catch (SweepFileException e) {
                throw new AssertionError("The driver has read the same text.", e);
            }
        }
        return whole;
    }
}
