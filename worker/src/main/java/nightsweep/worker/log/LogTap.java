package nightsweep.worker.log;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.filter.AbstractFilter;

/**
 * Leads to an appender what a log of ours consists of, whatever Log4j's configuration on this machine says: the product's
 * lines from INFO, and warnings of others. What other appenders are given stays as it was.
 */
public final class LogTap {
    private static final Map<String, Level> TAPPED = tapped();

    private LogTap() {}

    private static Map<String, Level> tapped() {
        Map<String, Level> tapped = new LinkedHashMap<>();
        tapped.put("nightsweep", Level.INFO);
        tapped.put("org.apache.spark", Level.WARN);
        tapped.put("org.apache.hadoop", Level.WARN);
        return tapped;
    }

    /** Has lines come to an appender that has been started. Does nothing where logging is not Log4j's own. */
    public static void open(Appender appender) {
        if (LogManager.getContext(false) instanceof LoggerContext context) {
            Configuration configuration = context.getConfiguration();
            configuration.addAppender(appender);
            configuration.getRootLogger().addAppender(appender, Level.WARN, new Untapped());
            TAPPED.forEach((name, level) -> tap(configuration, name, level).addAppender(appender, level, null));
            context.updateLoggers();
        }
    }

    /** Has no more lines come to it, and stops it. */
    public static void close(Appender appender) {
        if (LogManager.getContext(false) instanceof LoggerContext context) {
            Configuration configuration = context.getConfiguration();
            configuration.getLoggers().values().forEach(logger -> logger.removeAppender(appender.getName()));
            configuration.getAppenders().remove(appender.getName(), appender);
            context.updateLoggers();
        }
        appender.stop();
    }

    private static LoggerConfig tap(Configuration configuration, String name, Level level) {
        LoggerConfig before = configuration.getLoggerConfig(name);
        if (before instanceof Tap && before.getName().equals(name)) {
            return before;
        }
        Level both = before.getLevel().isLessSpecificThan(level) ? before.getLevel() : level;
        Tap tap = new Tap(name, both, new Onward(name, before));
        configuration.removeLogger(name);
        configuration.addLogger(name, tap);
        return tap;
    }

    /** Where a logger's lines come first: from here they go to the appenders of ours, and on. */
    private static final class Tap extends LoggerConfig {
        Tap(String name, Level level, Onward onward) {
            super(name, level, false);
            addAppender(onward, null, null);
        }
    }

    /** Where they would have gone without us. */
    private static final class Onward extends AbstractAppender {
        private final LoggerConfig next;

        Onward(String name, LoggerConfig next) {
            super("onward from " + name, null, null, true, Property.EMPTY_ARRAY);
            this.next = next;
            start();
        }

        @Override
        public void append(LogEvent event) {
            if (next.getLevel().isLessSpecificThan(event.getLevel())) {
                next.log(event);
            }
        }
    }

    /** Keeps from the root what has come to the appender already. */
    private static final class Untapped extends AbstractFilter {
        Untapped() {
            start();
        }

        @Override
        public Result filter(LogEvent event) {
            String logger = event.getLoggerName();
            boolean tapped =
                    TAPPED.keySet().stream().anyMatch(name -> logger.equals(name) || logger.startsWith(name + "."));
            return tapped ? Result.DENY : Result.NEUTRAL;
        }
    }
}
