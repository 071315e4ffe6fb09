package nightsweep.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What a build did not test and why, from the reports of all modules: tests that were skipped, by the reason they gave. */
public final class Untested {
    private static final List<String> REPORTS = List.of("surefire-reports", "failsafe-reports");

    private final Map<String, TreeSet<String>> classes = new TreeMap<>();
    private int tests;
    private int skipped;

    private Untested() {}

    /**
     * Prints it.
     *
     * @param arguments the folder of the modules
     */
    public static void main(String[] arguments) throws IOException {
        of(Path.of(arguments[0])).print(System.out);
    }

    /** Of all modules in a folder. */
    static Untested of(Path root) throws IOException {
        Untested untested = new Untested();
        // A module may stand in another.
        try (Stream<Path> modules = Files.walk(root, 2)) {
            for (Path module : modules.sorted().toList()) {
                for (String reports : REPORTS) {
                    untested.readAll(module.resolve("target").resolve(reports));
                }
            }
        }
        return untested;
    }

    void print(PrintStream out) {
        if (skipped == 0) {
            out.printf("Nothing was skipped of %,d tests.%n", tests);
            return;
        }
        out.printf("Not tested here: %,d of %,d tests.%n", skipped, tests);
        classes.forEach((reason, names) -> out.println("  " + reason + " (" + String.join(", ", names) + ")"));
    }

    private void readAll(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.getFileName().toString().matches("TEST-.*\\.xml"))
                    .sorted()
                    .toList()) {
                read(file);
            }
        }
    }

    private void read(Path file) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            String name = "";
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "testcase" -> {
                        tests++;
                        name = simple(attribute(xml, "classname"));
                    }
                    case "skipped" -> skip(attribute(xml, "message"), name);
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private void skip(String message, String name) {
        skipped++;
        String reason = message.replaceFirst("^Assumption failed: ", "").strip();
        classes.computeIfAbsent(reason.isEmpty() ? "No reason was given." : reason, none -> new TreeSet<>())
                .add(name);
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
