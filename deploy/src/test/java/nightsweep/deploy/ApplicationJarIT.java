package nightsweep.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is in the one jar that a cluster is given, and what is not. */
class ApplicationJarIT {
    private static final Path JAR = Path.of("target/nightsweep.jar");

    /** Native libraries are 220 MB of it. Each executor fetches it: what makes it larger must be worth that. */
    private static final long LARGEST = 240_000_000;

    /** Below it, classes of one line are alike by nature. */
    private static final int TRIVIAL = 256;

    private static final int JAVA_8 = 52;
    private static final Pattern NATIVE = Pattern.compile(".*\\.(so(\\.\\d+)*|dylib|jnilib|dll|a)");

    /** Why classes of others keep their names. */
    private static final Map<String, String> UNMOVED = unmoved();

    private static JarFile jar;
    private static List<? extends ZipEntry> files;

    private static Map<String, String> unmoved() {
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put("nightsweep/", "ours, and what was moved");
        reasons.put("org/deeplearning4j/", "its JSON of networks names its classes");
        reasons.put("org/eclipse/deeplearning4j/", "a package of Deeplearning4j's under its newer name");
        reasons.put("org/nd4j/", "native code and JSON name its classes; what it shades has moved already");
        reasons.put("org/bytedeco/", "native code names its classes");
        reasons.put("com/sun/jna/", "native code names its classes");
        reasons.put("org/tensorflow/", "named in signatures of ND4J's operations, which reflection reads");
        reasons.put("tensorflow/", "messages of the same");
        reasons.put("onnx/", "named in signatures of ND4J's operations, which reflection reads");
        reasons.put("org/apache/spark/TaskContextHelper", "dl4j-spark's, which reaches what only that package may");
        return reasons;
    }

    @BeforeAll
    static void open() throws IOException {
        jar = new JarFile(JAR.toFile());
        files = Collections.list(jar.entries()).stream()
                .filter(entry -> !entry.isDirectory())
                .toList();
    }

    @AfterAll
    static void close() throws IOException {
        jar.close();
    }

    @Test
    void isNoLargerThanItMustBe() throws IOException {
        long size = Files.size(JAR);
        System.out.printf("%s: %,d bytes in %,d files.%n", JAR, size, files.size());

        assertThat(size).isLessThan(LARGEST);
    }

    @Test
    void holdsNoNameTwice() {
        assertThat(files.stream().map(ZipEntry::getName)).doesNotHaveDuplicates();
    }

    @Test
    void holdsNoContentTwice() {
        Map<String, List<String>> same = files.stream()
                .filter(entry -> entry.getSize() >= TRIVIAL)
                .collect(Collectors.groupingBy(
                        entry -> entry.getSize() + " bytes, CRC " + entry.getCrc(),
                        Collectors.mapping(ZipEntry::getName, Collectors.toList())));
        same.values().removeIf(names -> names.size() == 1);

        assertThat(same).isEmpty();
    }

    @Test
    void movesWhatSparkMayHaveInAnotherVersion() {
        Set<String> others = new TreeSet<>();
        for (ZipEntry entry : files) {
            String name = entry.getName();
            if (name.endsWith(".class") && UNMOVED.keySet().stream().noneMatch(name::startsWith)) {
                others.add(name);
            }
        }

        assertThat(others)
                .as("classes that should be moved to nightsweep/shaded, or left out")
                .isEmpty();
    }

    @Test
    void keepsNoReasonForWhatIsNotThere() {
        List<String> empty = new ArrayList<>(UNMOVED.keySet());
        empty.removeIf(root -> files.stream().anyMatch(entry -> entry.getName().startsWith(root)));

        assertThat(empty).isEmpty();
    }

    @Test
    void leavesToTheClusterWhatIsTheClusters() {
        assertThat(files.stream().map(ZipEntry::getName))
                .noneMatch(name -> name.startsWith("scala/")
                        || name.startsWith("org/apache/hadoop/")
                        || name.startsWith("org/apache/logging/")
                        || name.startsWith("org/slf4j/")
                        || name.startsWith("com/google/")
                        || name.startsWith("google/protobuf/")
                        || name.startsWith("javax/")
                        || name.startsWith("META-INF/versions/")
                        || name.equals("log4j2.xml")
                        || name.equals("core-default.xml"));
    }

    @Test
    void namesItsMainClassWhichAnOlderJavaCanRead() throws IOException {
        Attributes manifest = jar.getManifest().getMainAttributes();

        assertThat(manifest.getValue(Attributes.Name.MAIN_CLASS)).isEqualTo("nightsweep.driver.Main");
        assertThat(manifest.getValue(Attributes.Name.IMPLEMENTATION_VERSION)).isNotBlank();
        try (DataInputStream main =
                new DataInputStream(jar.getInputStream(jar.getEntry("nightsweep/driver/Main.class")))) {
            main.readInt();
            main.readUnsignedShort();
            assertThat(main.readUnsignedShort()).isEqualTo(JAVA_8);
        }
    }

    @Test
    void hasNativeLibrariesOfOnePlatform() {
        Set<String> platforms = files.stream()
                .map(ZipEntry::getName)
                .filter(name -> NATIVE.matcher(name).matches())
                .map(name -> name.replaceAll(".*/([^/]+)/[^/]+", "$1").replace("x86-64", "x86_64"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(platforms).hasSize(1);
    }
}
