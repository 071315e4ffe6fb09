package nightsweep.deploy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The one jar that a cluster is given: a jar of classes and the native libraries of one platform. Native libraries, most
 * of it, are taken from their own jars as they are compressed there, in a second instead of a minute.
 */
public final class ApplicationJar {
    private static final Pattern LIBRARY =
            Pattern.compile("org/(bytedeco|nd4j)/.*(\\.so(\\.\\d+)*|\\.dylib|\\.jnilib|\\.dll)");

    /** Of MKL: vector functions, which nothing calls; threads of GNU's; kernels of processors that {@code def} serves too. */
    private static final Pattern UNUSED_MKL = Pattern.compile(".*/libmkl_(vml_\\w+|gnu_thread|avx|mc|mc3)\\.so\\.2");

    /** Of OpenBLAS, where MKL stands in for it: the library itself and what only it needs. */
    private static final Pattern REPLACED = Pattern.compile(".*/lib(openblas|gfortran|quadmath)\\.so\\.\\d+");

    private static final String MAVEN = "META-INF/maven/";
    private static final String PLATFORM_OF_MKL = "/linux-x86_64/";

    private ApplicationJar() {}

    /**
     * Packs the native libraries of this process's class path.
     *
     * @param arguments the jar to write, and the jar of classes
     */
    public static void main(String[] arguments) throws IOException {
        List<Path> jars = Arrays.stream(
                        System.getProperty("java.class.path", "").split(File.pathSeparator))
                .filter(place -> place.endsWith(".jar"))
                .map(Path::of)
                .toList();
        pack(Path.of(arguments[0]), Path.of(arguments[1]), jars);
    }

    static void pack(Path target, Path classes, List<Path> natives) throws IOException {
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        Set<String> names = new HashSet<>();
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(unfinished)) {
            copy(classes, out, names, false);
            for (Path jar : natives) {
                copy(jar, out, names, true);
            }
        }
        Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copy(Path jar, ZipArchiveOutputStream out, Set<String> names, boolean librariesOnly)
            throws IOException {
        try (ZipFile in = ZipFile.builder().setPath(jar).get()) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntriesInPhysicalOrder())) {
                if (entry.isDirectory() || !(librariesOnly ? library(entry.getName()) : needed(entry.getName()))) {
                    continue;
                }
                if (!names.add(entry.getName())) {
                    throw new IOException("Cannot pack " + entry.getName() + " of " + jar + ": it is there already.");
                }
                out.addRawArchiveEntry(entry, in.getRawInputStream(entry));
            }
        }
    }

    /** JavaCPP holds its own version against those of its libraries; nobody reads what Maven says of others. */
    private static boolean needed(String name) {
        return !name.startsWith(MAVEN) || name.startsWith(MAVEN + "org.bytedeco/");
    }

    private static boolean library(String name) {
        if (!LIBRARY.matcher(name).matches()) {
            return false;
        }
        boolean wanted =
                !UNUSED_MKL.matcher(name).matches() && !REPLACED.matcher(name).matches();
        return wanted || !name.contains(PLATFORM_OF_MKL);
    }
}
