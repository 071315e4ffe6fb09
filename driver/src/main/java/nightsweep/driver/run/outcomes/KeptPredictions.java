package nightsweep.driver.run.outcomes;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Optional;
import nightsweep.driver.application.Listener;
import nightsweep.driver.summary.comparison.Correctness;
import nightsweep.driver.summary.comparison.TestPredictions;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.storage.DamagedFileException;
import nightsweep.worker.store.TrialStore;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Predictions that trials left; of one that cannot be read the user is warned. */
public record KeptPredictions(TrialStore trials, Listener listener) implements TestPredictions {
    private static final String FILE = "predictions.csv";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();

    @Override
    public Optional<Correctness> of(Trial trial) {
        try {
            Optional<String> text = trials.archive(trial.id()).flatMap(archive -> archive.text(FILE));
            return text.isEmpty() ? Optional.empty() : correctness(text.get());
        } catch (IOException
                | DamagedFileException
                | UncheckedIOException
                | IllegalArgumentException
                | IllegalStateException e) {
            // The last three are what commons-csv throws at a text that is no such table.
            listener.warn("McNemar's tests leave trial " + trial.number() + " out: cannot read its " + FILE + " ("
                    + trial.id().text() + "): " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<Correctness> correctness(String text) throws IOException {
        Correctness.Builder builder = new Correctness.Builder();
        try (CSVParser rows = CSVParser.parse(new StringReader(text), FORMAT)) {
            for (CSVRecord row : rows) {
                builder.add(row.get("example"), row.get("actual"), row.get("predicted"));
            }
        }
        return builder.build();
    }
}
