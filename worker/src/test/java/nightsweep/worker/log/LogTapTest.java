package nightsweep.worker.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.NullConfiguration;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogTapTest {
    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
    private final Configuration before = context.getConfiguration();
    private final Lines clusters = new Lines("the cluster's");
    private final Lines ours = new Lines("ours");

    @BeforeEach
    void configure() {
        context.setConfiguration(new NullConfiguration());
        context.getConfiguration().getRootLogger().addAppender(clusters, null, null);
        context.updateLoggers();
    }

    @AfterEach
    void restore() {
        context.setConfiguration(before);
    }

    private void rootAt(Level level) {
        context.getConfiguration().getRootLogger().setLevel(level);
        context.updateLoggers();
    }

    private static void say(String logger) {
        LogManager.getLogger(logger).info("{} informs", logger);
        LogManager.getLogger(logger).warn("{} warns", logger);
    }

    @Test
    void hearsTheProductWhereTheClusterWantsErrorsOnly() {
        rootAt(Level.ERROR);
        LogTap.open(ours);

        say("nightsweep.worker.Some");
        say("org.apache.spark.Some");
        LogManager.getLogger("nightsweep.worker.Some").error("an error");

        assertThat(ours.lines)
                .containsExactly(
                        "nightsweep.worker.Some informs",
                        "nightsweep.worker.Some warns",
                        "org.apache.spark.Some warns",
                        "an error");
        assertThat(clusters.lines).containsExactly("an error");
    }

    @Test
    void hearsEachLineOnceAndNoChatOfOthersWhereTheClusterWantsAll() {
        rootAt(Level.INFO);
        LogTap.open(ours);

        say("nightsweep.worker.Some");
        say("org.apache.spark.Some");
        say("elsewhere.Some");

        assertThat(ours.lines)
                .containsExactly(
                        "nightsweep.worker.Some informs",
                        "nightsweep.worker.Some warns",
                        "org.apache.spark.Some warns",
                        "elsewhere.Some warns");
        assertThat(clusters.lines).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void heedsWhatTheClusterSaysOfTheProduct() {
        rootAt(Level.INFO);
        context.getConfiguration().addLogger("nightsweep", new LoggerConfig("nightsweep", Level.WARN, true));
        context.updateLoggers();
        LogTap.open(ours);

        say("nightsweep.worker.Some");

        assertThat(ours.lines).hasSize(2);
        assertThat(clusters.lines).containsExactly("nightsweep.worker.Some warns");
    }

    @Test
    void leadsToSeveralUntilEachIsClosed() {
        rootAt(Level.ERROR);
        Lines others = new Lines("others");
        LogTap.open(ours);
        LogTap.open(others);
        LogTap.close(ours);

        say("nightsweep.worker.Some");

        assertThat(ours.lines).isEmpty();
        assertThat(others.lines).hasSize(2);
    }

    private static final class Lines extends AbstractAppender {
        final List<String> lines = new ArrayList<>();

        Lines(String name) {
            super(name, null, null, true, Property.EMPTY_ARRAY);
            start();
        }

        @Override
        public void append(LogEvent event) {
            lines.add(event.getMessage().getFormattedMessage());
        }
    }
}
