package nightsweep.driver.start;

import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.submit.Submission;

/**
 * A JVM with the options that this one was not given, in which the command is carried out: under spark-submit with a local
 * master, which trains in the driver, and in a driver that a standalone cluster started. It has this one's arguments,
 * console and end; it ends when this one does.
 */
final class SecondJvm {
    private static final String MAIN = "nightsweep.driver.Main";
    private static final String JARS = "spark.jars";
    private static final String VECTOR_MODULE = "jdk.incubator.vector";
    private static final String VECTORS = "--add-modules=" + VECTOR_MODULE;
    private static final String LOGGING = "log4j2.configurationFile";
    private static final String LIBRARY_PATH = "LD_LIBRARY_PATH";

    /** As bin/nightsweep has it. */
    private static final String JAVA_OPTIONS = "NIGHTSWEEP_JAVA_OPTS";

    /** What Spark asks of Java 17; its own launcher passes the same. */
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");

    private SecondJvm() {}

    /**
     * Whether this JVM lacks what a command needs.
     *
     * @param spark whether it starts Spark
     * @param training whether networks are worked out in its process
     */
    static boolean wanted(boolean spark, boolean training) {
        if (Passed.here()) {
            return false;
        }
        boolean opened = Object.class.getModule().isOpen("java.nio", SecondJvm.class.getModule());
        boolean vectors = ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent();
        return (spark && !opened) || (training && !vectors && vectorsInstalled());
    }

    /**
     * Carries a command out in a JVM like this one that has what it lacks, and returns its exit code.
     *
     * @param local whether Spark, if it is started, works in its process
     */
    static int run(List<String> arguments, boolean local) {
        ProcessBuilder builder = new ProcessBuilder(command(arguments));
        Passed.to(builder, name -> local && name.equals(JARS));
        return run(builder);
    }

    /**
     * Hands a command to Spark's submission, and returns its exit code.
     *
     * @param training whether networks are worked out in the driver's process
     */
    static int run(Submission submission, Path folder, boolean training) {
        boolean driver = !submission.settings().driverOnCluster();
        List<String> command = new ArrayList<>(List.of(java()));
        if (driver) {
            command.add("-XX:+UseParallelGC");
            if (training && vectorsInstalled()) {
                command.add(VECTORS);
            }
            Optional.ofNullable(System.getProperty(LOGGING))
                    .ifPresent(file -> command.add("-D" + LOGGING + "=" + file));
            command.addAll(Submission.split(
                    Optional.ofNullable(System.getenv(JAVA_OPTIONS)).orElse("")));
        }
        opens().forEach(command::add);
        command.addAll(submission.javaOptions());
        command.addAll(submission.command(folder));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.put("CLASSPATH", submission.classPath());
        // Another Spark's, with settings of its own.
        environment.keySet().removeAll(Set.of("SPARK_HOME", "SPARK_CONF_DIR"));
        if (driver) {
            submission
                    .settings()
                    .value("spark.driver.extraLibraryPath")
                    .ifPresent(path ->
                            environment.merge(LIBRARY_PATH, path, (old, more) -> more + File.pathSeparator + old));
            Passed.to(builder, name -> name.startsWith("spark."));
        }
        return run(builder);
    }

    private static int run(ProcessBuilder builder) {
        try {
            Process process = builder.inheritIO().start();
            // Ctrl-C in a terminal reaches both; a signal to this process alone is passed on.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                process.destroy();
                Runtime.getRuntime().halt(process.onExit().join().exitValue());
            }));
            return process.onExit().join().exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start a second JVM.", e);
        }
    }

    private static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(java()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                // A debugger's port is taken.
                .filter(option -> !option.startsWith("-agentlib"))
                .forEach(command::add);
        if (vectorsInstalled()) {
            command.add(VECTORS);
        }
        opens().forEach(command::add);
        command.addAll(List.of("-cp", classPath(), MAIN));
        command.addAll(arguments);
        return command;
    }

    /** Whether this Java has the module at all: a JVM that is told of one that is missing does not start. */
    private static boolean vectorsInstalled() {
        return ModuleFinder.ofSystem().find(VECTOR_MODULE).isPresent();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
    }

    private static Stream<String> opens() {
        return OPENED.stream().map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED");
    }

    /** Where our classes come from: the application jar, or a folder. */
    static Path own() {
        try {
            return Path.of(SecondJvm.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("A place on the class path is no URI.", e);
        }
    }

    /** Ours first, then what spark-submit was told to bring, which it loads from elsewhere than the class path. */
    private static String classPath() {
        Set<String> places = new LinkedHashSet<>();
        places.add(own().toString());
        for (String jar : System.getProperty(JARS, "").split(",", -1)) {
            if (jar.startsWith("file:")) {
                places.add(Path.of(URI.create(jar).getPath()).toString());
            }
        }
        places.add(System.getProperty("java.class.path", ""));
        return String.join(File.pathSeparator, places);
    }

    /**
     * The system properties of the first JVM, which hold what spark-submit was told. They travel in an environment variable,
     * which only the process's user can read, since some are secrets and everybody sees a command line.
     */
    static final class Passed {
        private static final String VARIABLE = "NIGHTSWEEP_PROPERTIES";
        private static final String FIRST = "nightsweep.first.jvm";

        private Passed() {}

        /** Whether this is the second JVM. */
        static boolean here() {
            return System.getenv(VARIABLE) != null;
        }

        /** @param without what the second has otherwise */
        static void to(ProcessBuilder builder, Predicate<String> without) {
            Properties passed = new Properties();
            Properties own = System.getProperties();
            for (String name : own.stringPropertyNames()) {
                // What the JVM knows of itself, it finds out anew.
                if (!without.test(name) && !name.matches("(java|jdk|sun|os|user)\\..*|(file|path|line)\\.separator")) {
                    passed.setProperty(name, own.getProperty(name, ""));
                }
            }
            passed.setProperty(FIRST, Long.toString(ProcessHandle.current().pid()));
            StringWriter text = new StringWriter();
            try {
                passed.store(text, null);
            } catch (IOException e) {
                throw new UncheckedIOException("Memory does not fail to be written.", e);
            }
            builder.environment().put(VARIABLE, text.toString());
        }

        /** In the second JVM: takes them over, and ends with the first. Elsewhere nothing. */
        static void restore() {
            String text = System.getenv(VARIABLE);
            if (text == null) {
                return;
            }
            Properties passed = new Properties();
            try {
                passed.load(new StringReader(text));
            } catch (IOException e) {
                throw new UncheckedIOException("Memory does not fail to be read.", e);
            }
            passed.stringPropertyNames().forEach(name -> System.setProperty(name, passed.getProperty(name, "")));
            long first = Long.parseLong(passed.getProperty(FIRST, ""));
            Thread watch = new Thread(() -> {
                ProcessHandle.of(first).ifPresent(process -> process.onExit().join());
                System.exit(ExitCode.INTERRUPTED.number());
            });
            watch.setDaemon(true);
            watch.start();
        }
    }
}
