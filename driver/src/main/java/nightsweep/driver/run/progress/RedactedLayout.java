package nightsweep.driver.run.progress;

import java.nio.charset.StandardCharsets;
import nightsweep.experiments.Redaction;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.layout.AbstractStringLayout;
import org.apache.logging.log4j.core.layout.PatternLayout;

/** Lines of a pattern without the secrets in them, whoever logged them. */
final class RedactedLayout extends AbstractStringLayout {
    private final PatternLayout lines;

    RedactedLayout(PatternLayout lines) {
        super(StandardCharsets.UTF_8);
        this.lines = lines;
    }

    @Override
    public String toSerializable(LogEvent event) {
        return Redaction.of(lines.toSerializable(event));
    }
}
