package nightsweep.driver.run.reporting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nightsweep.driver.application.Listener;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.application.WatchedRun;
import nightsweep.driver.journal.AtWork;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.driver.report.Pace;
import nightsweep.driver.report.Report;
import nightsweep.driver.report.RunFacts.Renewal;
import nightsweep.driver.run.outcomes.KeptOutcomes;
import nightsweep.driver.run.outcomes.ReadAhead;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.store.KnownTrials;
import org.jspecify.annotations.Nullable;

/**
 * Makes the page of a run from what its trials leave, as they leave it, and writes nothing. When no driver is at work any
 * more the page is the one that it left.
 */
public final class RunWatch implements WatchedRun {
    /** After which how long it still takes is told anew, though no trial has ended. */
    private static final Duration STALE = Duration.ofMinutes(1);

    private final RunDirectory directory;
    private final InstantSource clock;
    private final Listener listener;
    private final Set<String> taken = new HashSet<>();
    private @Nullable GrowingPage page;
    private String driver = "";
    private Instant made = Instant.MIN;
    private String version = "";

    public RunWatch(RunDirectory directory, InstantSource clock, Listener listener) {
        this.directory = directory;
        this.clock = clock;
        this.listener = listener;
    }

    @Override
    public Look look() throws RunFailure {
        try {
            Optional<AtWork> atWork = directory.atWork();
            return atWork.isPresent() ? new Look(now(atWork.get().holder().token()), true) : new Look(last(), false);
        } catch (RunDirectoryException e) {
            throw new RunFailure(RunFailure.Kind.RUN_DIRECTORY, e);
        } catch (IOException e) {
            throw new RunFailure(
                    RunFailure.Kind.RUN_DIRECTORY, "Cannot read " + directory.label() + ": " + e.getMessage());
        }
    }

    private Optional<Page> now(String token) throws IOException, RunDirectoryException {
        Sweep sweep = directory.sweep();
        KnownTrials known = directory.trials().known();
        GrowingPage growing = page;
        if (growing == null || !driver.equals(token) || !known.ended().containsAll(taken)) {
            // Another driver may run trials again that had ended.
            growing = new GrowingPage(directory, sweep, directory.sweepText(), listener);
            page = growing;
            driver = token;
            taken.clear();
            made = Instant.MIN;
        }
        growing.proposed(sweep);
        boolean more = takeUp(growing, sweep, known);
        Instant now = clock.instant();
        if (!more && now.isBefore(made.plus(STALE))) {
            return Optional.empty();
        }
        made = now;
        Optional<Pace> pace = directory
                .slots()
                .filter(slots -> slots.token().equals(token))
                .map(slots -> new Pace(slots.count(), slots.leftMillis()));
        return Optional.of(page(growing.make(now, pace, Renewal.BY_ITSELF), now.toString()));
    }

    /** Reads outcomes that were not there before; returns whether there are any. One that stopped may still go on. */
    private boolean takeUp(GrowingPage growing, Sweep sweep, KnownTrials known) throws IOException {
        List<Trial> fresh = sweep.trials().stream()
                .filter(trial ->
                        known.ended(trial.id()) && !taken.contains(trial.id().text()))
                .toList();
        int before = taken.size();
        ReadAhead.each(fresh, KeptOutcomes.ended(directory, listener), (trial, outcome) -> {
            if (outcome.isEmpty() || !(outcome.get() instanceof TrialOutcome.Stopped)) {
                taken.add(trial.id().text());
                outcome.ifPresent(one -> growing.add(trial, one));
            }
        });
        return taken.size() > before;
    }

    /** The page that stands in the directory; made of the outcomes where there is none. */
    private Optional<Page> last() throws IOException, RunDirectoryException {
        Optional<String> standing = directory.text(RunTables.PAGE);
        if (standing.isPresent()) {
            Page left = new Page(
                    standing.get().getBytes(StandardCharsets.UTF_8),
                    "left-" + Integer.toHexString(standing.get().hashCode()));
            return left.version().equals(version) ? Optional.empty() : other(left);
        }
        if (version.equals("made")) {
            return Optional.empty();
        }
        Sweep sweep = directory.sweep();
        GrowingPage whole = new GrowingPage(directory, sweep, directory.sweepText(), listener);
        ReadAhead.each(
                sweep.trials(),
                KeptOutcomes.reader(directory, sweep, sweep.trials(), listener),
                (Trial trial, Optional<TrialOutcome> outcome) -> outcome.ifPresent(one -> whole.add(trial, one)));
        return other(page(whole.make(clock.instant(), Optional.empty(), Renewal.BY_HAND), "made"));
    }

    private Optional<Page> other(Page next) {
        version = next.version();
        page = null;
        return Optional.of(next);
    }

    private static Page page(Report report, String version) throws IOException {
        StringBuilder html = new StringBuilder();
        report.write(html);
        return new Page(html.toString().getBytes(StandardCharsets.UTF_8), version);
    }
}
