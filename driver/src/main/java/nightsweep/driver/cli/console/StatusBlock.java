package nightsweep.driver.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import nightsweep.driver.application.RunProgress;
import nightsweep.driver.plan.TimeSpan;
import nightsweep.driver.table.DisplayText;
import picocli.CommandLine.Help.Ansi.Style;

/** How far a run has come, in a few lines that are drawn again and again in a terminal. */
final class StatusBlock {
    private static final int BAR = 30;
    private static final int MOST_SLOTS = 8;
    private static final int WIDEST_LABEL = 40;

    private StatusBlock() {}

    static List<String> lines(RunProgress status, int width, Screen.Colours colours, UnaryOperator<String> legible) {
        List<StyledLine> lines = new ArrayList<>();
        lines.add(bar(status));
        lines.add(states(status));
        status.best()
                .ifPresent(best -> lines.add(new StyledLine()
                        .add("best " + best.metric() + " ")
                        .add(ProgressText.figure(best.value()), Style.bold)
                        .add(" (" + ProgressText.shortened(best.id()) + ")")));
        lines.addAll(slots(status.slots()));
        return lines.stream().map(line -> line.text(width, colours, legible)).toList();
    }

    private static StyledLine bar(RunProgress status) {
        int filled = status.total() == 0 ? BAR : (int) ((long) BAR * status.done() / status.total());
        StyledLine line = new StyledLine()
                .add("█".repeat(filled), Style.fg_green)
                .add("░".repeat(BAR - filled), Style.faint)
                .add(" " + status.done() + "/" + status.total());
        if (status.leftMillis().isPresent() && status.done() < status.total()) {
            line.add(" · " + TimeSpan.text((double) status.leftMillis().getAsLong()) + " left");
        }
        return line;
    }

    private static StyledLine states(RunProgress status) {
        int completed = status.done() - status.failed() - status.stopped() - status.diverged();
        StyledLine line = new StyledLine().add(completed + " completed");
        if (status.stopped() > 0) {
            line.add(" · " + status.stopped() + " stopped");
        }
        if (status.failed() > 0) {
            line.add(" · ").add(status.failed() + " failed", Style.fg_red, Style.bold);
        }
        if (status.diverged() > 0) {
            line.add(" · ").add(status.diverged() + " diverged", Style.fg_yellow);
        }
        int waiting = status.total() - status.done() - status.running();
        return line.add(" · " + status.running() + " running · " + Math.max(0, waiting) + " waiting");
    }

    private static List<StyledLine> slots(List<RunProgress.Slot> slots) {
        List<StyledLine> lines = new ArrayList<>();
        int widest = slots.stream()
                .mapToInt(slot -> DisplayText.width(DisplayText.of(slot.label())))
                .max()
                .orElse(0);
        int label = Math.min(WIDEST_LABEL, widest);
        for (RunProgress.Slot slot : slots.subList(0, Math.min(MOST_SLOTS, slots.size()))) {
            String full = DisplayText.of(slot.label());
            String name = DisplayText.width(full) <= label ? full : DisplayText.cut(full, label, "…");
            StyledLine line = new StyledLine()
                    .add("  " + ProgressText.shortened(slot.id()) + " ", Style.faint)
                    .add(name + " ".repeat(Math.max(0, label - DisplayText.width(name))))
                    .add(String.format(Locale.ROOT, "  epoch %d/%d", slot.epoch(), slot.epochs()), Style.fg_cyan);
            if (Double.isFinite(slot.loss())) {
                line.add("  loss " + ProgressText.figure(slot.loss()));
            }
            lines.add(line);
        }
        if (slots.size() > MOST_SLOTS) {
            lines.add(new StyledLine().add("  and " + (slots.size() - MOST_SLOTS) + " more", Style.faint));
        }
        return lines;
    }
}
