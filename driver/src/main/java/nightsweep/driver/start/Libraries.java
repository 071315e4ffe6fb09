package nightsweep.driver.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** What others must bring along: Spark with its Hadoop, Scala and Log4j. Read from their jars without loading a class. */
final class Libraries {
    private static final String SPARK = "3.5";
    private static final String SCALA = "2.12";
    private static final String WANTED = "Nightsweep is made for Spark " + SPARK + " with Scala " + SCALA;

    private Libraries() {}

    /** Why this process cannot do its work with the libraries it finds, in a sentence; empty if it can. */
    static Optional<String> problem(ClassLoader loader) {
        Optional<String> spark = version(loader, "spark-version-info.properties", "version");
        Optional<String> scala = version(loader, "library.properties", "version.number");
        if (spark.isEmpty() || scala.isEmpty()) {
            return Optional.of(
                    WANTED + ", and neither is on the class path: start it by spark-submit, or by bin/nightsweep"
                            + " of its distribution.");
        }
        if (!of(spark.get(), SPARK) || !of(scala.get(), SCALA)) {
            return Optional.of(
                    WANTED + ", but this is Spark " + spark.get() + " with Scala " + scala.get() + ": use a Spark "
                            + SPARK + " built for Scala " + SCALA + ", on the driver's side and the cluster's.");
        }
        if (loader.getResource("org/apache/logging/log4j/core/LoggerContext.class") == null) {
            return Optional.of(
                    "Spark " + spark.get() + " usually brings Log4j 2, and here it is missing: add log4j-api and"
                            + " log4j-core 2 to Spark's jars.");
        }
        return Optional.empty();
    }

    private static boolean of(String version, String line) {
        return version.equals(line) || version.startsWith(line + ".");
    }

    private static Optional<String> version(ClassLoader loader, String resource, String key) {
        try (InputStream in = loader.getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(in);
            return Optional.ofNullable(properties.getProperty(key));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource + " on the class path.", e);
        }
    }
}
