package nightsweep.driver.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nightsweep.driver.json.RunStatus;
import nightsweep.driver.plan.TimeSpan;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.Column;
import nightsweep.driver.table.Field;
import nightsweep.driver.table.Table;
import nightsweep.driver.table.TextTable;
import nightsweep.experiments.progress.RunningTrial;

/** Where a run stands, for people. */
final class StatusText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int MOST_ROWS = 30;

    private StatusText() {}

    static String of(RunStatus status, ZoneId zone, int width) {
        List<String> lines = new ArrayList<>();
        RunStatus.Counts counts = status.counts();
        lines.add(String.format(
                Locale.ROOT,
                "%s: %,d planned = %,d completed%s + %,d diverged + %,d failed + %,d running + %,d waiting",
                status.name(),
                counts.planned(),
                counts.completed(),
                counts.stopped() == 0 ? "" : String.format(Locale.ROOT, " + %,d stopped", counts.stopped()),
                counts.diverged(),
                counts.failed(),
                counts.running(),
                counts.waiting()));
        status.proposals()
                .filter(proposals -> proposals.made() < proposals.asked())
                .ifPresent(proposals -> lines.add(String.format(
                        Locale.ROOT,
                        "%,d proposed of %,d configurations: trials of the others are not planned yet.",
                        proposals.made(),
                        proposals.asked())));
        if (counts.copied() > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "Of %,d that ended, %,d were trained: the others are the same computation as one of these.",
                    counts.ended(),
                    counts.ended() - counts.copied()));
        }
        if (!status.failures().isEmpty()) {
            lines.add("Failed: "
                    + status.failures().entrySet().stream()
                            .map(reason -> reason.getValue() + " " + reason.getKey())
                            .collect(Collectors.joining(", ")));
        }
        status.best()
                .ifPresent(best -> lines.add(String.format(
                        Locale.ROOT,
                        "Best so far: %s %.4g, %s (%s)",
                        best.metric(),
                        best.value(),
                        best.id().text(),
                        best.label())));
        lines.add(driver(status, zone));
        if (status.running().isEmpty()) {
            return String.join("\n", lines);
        }
        return String.join("\n", lines) + "\n\n"
                + TextTable.of(running(status).first(MOST_ROWS), width, List.of(List.of("host")))
                        .stripTrailing();
    }

    private static String driver(RunStatus status, ZoneId zone) {
        if (status.holder().isEmpty()) {
            return status.counts().ended() == status.counts().planned() && allProposed(status)
                    ? "Every trial has ended."
                    : "Nobody is at work there; the same command with the same --out goes on.";
        }
        String left = status.leftMillis().isPresent()
                ? " About " + TimeSpan.text((double) status.leftMillis().getAsLong()) + " left."
                : "";
        return "At work: " + status.holder().get().label() + ", since "
                + TIME.format(Instant.ofEpochMilli(status.holder().get().sinceMillis())
                        .atZone(zone))
                + slots(status) + "." + left;
    }

    private static boolean allProposed(RunStatus status) {
        return status.proposals()
                .map(proposals -> proposals.made() >= proposals.asked())
                .orElse(true);
    }

    private static String slots(RunStatus status) {
        if (status.slots().isEmpty()) {
            return "";
        }
        int slots = status.slots().getAsInt();
        return slots == 0
                ? ", waiting for executors"
                : slots == 1 ? ", on 1 slot" : String.format(Locale.ROOT, ", on %,d slots", slots);
    }

    private static Table running(RunStatus status) {
        return Table.of(
                "running",
                "Running",
                List.of(
                        new Field<RunningTrial>(
                                Column.text("trial"),
                                trial -> Cell.text(trial.id().text())),
                        new Field<RunningTrial>(
                                Column.text("epoch"), trial -> Cell.text(trial.epoch() + "/" + trial.epochs())),
                        new Field<RunningTrial>(
                                Column.text("for"), trial -> Cell.text(TimeSpan.text((double) trial.ageMillis()))),
                        new Field<RunningTrial>(Column.number("attempt"), trial -> Cell.count(trial.attempt())),
                        new Field<RunningTrial>(Column.text("host"), trial -> Cell.text(trial.host()))),
                status.running(),
                List.of());
    }
}
