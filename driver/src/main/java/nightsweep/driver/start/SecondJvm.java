package nightsweep.driver.start;

import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import nightsweep.driver.cli.ExitCode;

/**
 * A JVM with the options that this one was not given, in which the command is carried out: under spark-submit with a local
 * master, which trains in the driver, and in a driver that a standalone cluster started. It has this one's arguments,
 * console and end; it ends when this one does.
 */
final class SecondJvm {
    private static final String MAIN = "nightsweep.driver.Main";
    private static final String JARS = "spark.jars";
    private static final String VECTOR_MODULE = "jdk.incubator.vector";

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

    /** Whether this JVM lacks what {@code arguments} ask for. */
    static boolean wanted(String[] arguments) {
        if (Passed.here()) {
            return false;
        }
        boolean opened = Object.class.getModule().isOpen("java.nio", SecondJvm.class.getModule());
        boolean vectors = ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent();
        return !opened || (!vectors && trainsHere(master(List.of(arguments))));
    }

    /** Carries the command out, and returns its exit code. */
    static int run(String[] arguments) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command(arguments)).inheritIO();
            Passed.to(builder, trainsHere(master(List.of(arguments))) ? Set.of(JARS) : Set.of());
            Process process = builder.start();
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

    private static List<String> command(String[] arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                // A debugger's port is taken.
                .filter(option -> !option.startsWith("-agentlib"))
                .forEach(command::add);
        command.add("--add-modules=" + VECTOR_MODULE);
        OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        command.addAll(List.of("-cp", classPath(), MAIN));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Ours first, then what spark-submit was told to bring, which it loads from elsewhere than the class path. */
    private static String classPath() {
        Set<String> places = new LinkedHashSet<>();
        try {
            places.add(Path.of(SecondJvm.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("A place on the class path is no URI.", e);
        }
        for (String jar : System.getProperty(JARS, "").split(",", -1)) {
            if (jar.startsWith("file:")) {
                places.add(Path.of(URI.create(jar).getPath()).toString());
            }
        }
        places.add(System.getProperty("java.class.path", ""));
        return String.join(File.pathSeparator, places);
    }

    private static boolean trainsHere(String master) {
        return master.toLowerCase(Locale.ROOT).startsWith("local");
    }

    /** The master that the command will ask for. */
    private static String master(List<String> arguments) {
        String option = "--master";
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).startsWith(option + "=")) {
                return arguments.get(i).substring(option.length() + 1);
            }
            if (arguments.get(i).equals(option) && i + 1 < arguments.size()) {
                return arguments.get(i + 1);
            }
        }
        return System.getProperty("spark.master", "local[*]");
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
        static void to(ProcessBuilder builder, Set<String> without) throws IOException {
            Properties passed = new Properties();
            Properties own = System.getProperties();
            for (String name : own.stringPropertyNames()) {
                // What the JVM knows of itself, it finds out anew.
                if (!without.contains(name)
                        && !name.matches("(java|jdk|sun|os|user)\\..*|(file|path|line)\\.separator")) {
                    passed.setProperty(name, own.getProperty(name, ""));
                }
            }
            passed.setProperty(FIRST, Long.toString(ProcessHandle.current().pid()));
            StringWriter text = new StringWriter();
            passed.store(text, null);
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
