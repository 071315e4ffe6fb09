package nightsweep.worker.log;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nightsweep.experiments.Redaction;
import nightsweep.experiments.sweep.TrialId;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.layout.PatternLayout;

/**
 * What is logged on behalf of one trial, wherever in the process: every line whose thread context says {@code trial}.
 * Kept in memory, at most {@value #LARGEST} characters of it, until it is written beside the trial's outcome.
 */
public final class TrialLog implements AutoCloseable {
    private static final int LARGEST = 1 << 20;

    private final TrialId id;
    private final StringBuilder lines = new StringBuilder();

    private TrialLog(TrialId id) {
        this.id = id;
    }

    /** Begins to listen. */
    public static TrialLog of(TrialId id) {
        TrialLog log = new TrialLog(id);
        Lines.INSTALLED.logs.put(id.text(), log);
        return log;
    }

    /** What was logged so far. */
    public String text() {
        synchronized (lines) {
            return lines.toString();
        }
    }

    @Override
    public void close() {
        Lines.INSTALLED.logs.remove(id.text());
    }

    private void add(String line) {
        synchronized (lines) {
            if (lines.length() + line.length() <= LARGEST) {
                lines.append(line);
            }
        }
    }

    /** Hands each line to the log of its trial. */
    private static final class Lines extends AbstractAppender {
        static final Lines INSTALLED = install();

        private final Map<String, TrialLog> logs = new ConcurrentHashMap<>();

        private Lines(PatternLayout layout) {
            super("trials", null, layout, true, Property.EMPTY_ARRAY);
        }

        private static Lines install() {
            PatternLayout layout = PatternLayout.newBuilder()
                    .withPattern("%d{ISO8601} %-5level %c{1}: %msg%n%throwable")
                    .build();
            Lines lines = new Lines(layout);
            lines.start();
            LogTap.open(lines);
            return lines;
        }

        @Override
        public void append(LogEvent event) {
            Object trial = event.getContextData().getValue("trial");
            TrialLog log = trial == null ? null : logs.get(trial.toString());
            if (log != null) {
                log.add(Redaction.of(new String(getLayout().toByteArray(event), StandardCharsets.UTF_8)));
            }
        }
    }
}
