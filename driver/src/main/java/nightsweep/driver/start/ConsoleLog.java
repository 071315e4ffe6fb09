package nightsweep.driver.start;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.ConsoleAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;
import org.apache.logging.log4j.core.filter.ThresholdFilter;

/**
 * Keeps log lines off the console, where commands tell what a person must know; all of them reach the run's log. A
 * configuration that was named on the command line is left as it is, and so is a driver's that a cluster started: its
 * console is the cluster's own log.
 */
final class ConsoleLog {
    private static final String CONSOLE = "console";

    private ConsoleLog() {}

    static void quieten() {
        if (System.getProperty("log4j2.configurationFile") != null
                || System.getProperty("log4j.configurationFile") != null
                || "cluster".equals(System.getProperty("spark.submit.deployMode"))) {
            return;
        }
        if (!(LogManager.getContext(false) instanceof LoggerContext context)) {
            return;
        }
        Configuration configuration = context.getConfiguration();
        if (configuration instanceof DefaultConfiguration) {
            // Spark would put its own in the place of Log4j's default.
            Configurator.reconfigure(quiet());
            return;
        }
        configuration.getAppenders().values().stream()
                .filter(ConsoleAppender.class::isInstance)
                .map(ConsoleAppender.class::cast)
                .forEach(appender -> appender.addFilter(
                        ThresholdFilter.createFilter(Level.FATAL, Filter.Result.NEUTRAL, Filter.Result.DENY)));
    }

    private static Configuration quiet() {
        ConfigurationBuilder<BuiltConfiguration> builder = ConfigurationBuilderFactory.newConfigurationBuilder();
        builder.setStatusLevel(Level.ERROR);
        builder.setShutdownHook("disable");
        builder.add(builder.newAppender(CONSOLE, ConsoleAppender.PLUGIN_NAME)
                .addAttribute("target", ConsoleAppender.Target.SYSTEM_ERR)
                .add(builder.newLayout("PatternLayout").addAttribute("pattern", "%level: %msg%n")));
        builder.add(builder.newRootLogger(Level.INFO)
                .add(builder.newAppenderRef(CONSOLE).addAttribute("level", Level.FATAL)));
        return builder.build(false);
    }
}
