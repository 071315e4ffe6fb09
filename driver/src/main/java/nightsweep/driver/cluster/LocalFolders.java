package nightsweep.driver.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where Spark keeps blocks on this machine. Where it can write to no such folder it would end the process without a word. */
public final class LocalFolders {
    private LocalFolders() {}

    /**
     * Why the driver can keep no blocks, in a sentence; empty where one folder will do.
     *
     * @param variables of this process's environment
     * @param setting {@code spark.local.dir}
     * @param temporary Java's folder of temporary files
     */
    public static Optional<String> problem(Map<String, String> variables, Optional<String> setting, String temporary) {
        String folders = Optional.ofNullable(variables.get("SPARK_LOCAL_DIRS"))
                .or(() -> setting)
                .orElse(temporary);
        if (variables.containsKey("LOCAL_DIRS")
                || Stream.of(folders.split(",", -1)).anyMatch(LocalFolders::writable)) {
            return Optional.empty();
        }
        return Optional.of("Cannot start Spark: it keeps its blocks in " + folders
                + ", which is no folder that can be written to. Name another by --conf spark.local.dir=FOLDER, or Java's"
                + " own by -Djava.io.tmpdir=FOLDER.");
    }

    private static boolean writable(String folder) {
        try {
            return Files.isWritable(Files.createDirectories(Path.of(folder.strip())));
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }
}
