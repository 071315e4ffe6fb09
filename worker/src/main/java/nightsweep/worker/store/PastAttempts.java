package nightsweep.worker.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nightsweep.experiments.json.OutcomeFile;
import nightsweep.experiments.json.OutcomeFileException;
import nightsweep.experiments.outcome.AttemptHistory;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.worker.evaluation.TableFile;

/**
 * Outcomes of a trial that is run again: {@code failed-1.json}, {@code failed-2.json} and so on, the latest with the
 * history of all attempts before.
 */
public record PastAttempts(List<TableFile> files) {
    /** Of a trial that is run for the first time. */
    public static final PastAttempts NONE = new PastAttempts(List.of());

    private static final Pattern NAME = Pattern.compile("failed-[1-9][0-9]*\\.json");

    public PastAttempts {
        files = List.copyOf(files);
    }

    /** Those that stand in an archive. */
    static PastAttempts in(TrialArchive archive) {
        return new PastAttempts(
                archive.files().stream().filter(PastAttempts::names).toList());
    }

    /** Whether a file of an archive is one of them. */
    public static boolean names(TableFile file) {
        return NAME.matcher(file.name()).matches();
    }

    /** The attempts before the trial was last set aside; those of damaged files are not known. */
    public AttemptHistory history() {
        for (int i = files.size() - 1; i >= 0; i--) {
            Optional<AttemptHistory> known = historyIn(files.get(i));
            if (known.isPresent()) {
                return known.get();
            }
        }
        return AttemptHistory.NONE;
    }

    private static Optional<AttemptHistory> historyIn(TableFile file) {
        try {
            return Optional.of(
                    OutcomeFile.read(file.text(), file.name()).timing().history());
        } catch (OutcomeFileException e) {
            return Optional.empty();
        }
    }

    /** With one more, so that its trial can be run again. */
    PastAttempts and(TrialOutcome outcome) {
        List<TableFile> more = new ArrayList<>(files);
        more.add(new TableFile("failed-" + (files.size() + 1) + ".json", OutcomeFile.write(counted(outcome))));
        return new PastAttempts(more);
    }

    /** With an attempt for the outcome itself, where it has none. */
    private static TrialOutcome counted(TrialOutcome outcome) {
        if (!outcome.timing().history().attempts().isEmpty()) {
            return outcome;
        }
        return outcome.with(outcome.timing()
                .with(AttemptHistory.NONE.and(
                        outcome.timing().host(), "", outcome.timing().startedMillis(), outcome.ending())));
    }
}
