package nightsweep.deploy.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What processes said that a cluster started in folders of its own. */
final class SaidBelow {
    private SaidBelow() {}

    /**
     * All of it, each file after its name.
     *
     * @param beginning of the names of the processes' folders
     */
    static String in(Path folder, String beginning) {
        StringBuilder said = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().contains("/" + beginning))
                    .filter(path -> path.endsWith("stdout") || path.endsWith("stderr"))
                    .toList()) {
                said.append("\n== " + folder.relativize(file) + "\n" + Files.readString(file));
            }
        } catch (IOException | UncheckedIOException e) {
            said.append(e);
        }
        return said.toString();
    }
}
