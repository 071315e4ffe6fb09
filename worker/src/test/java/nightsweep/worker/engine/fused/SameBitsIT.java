package nightsweep.worker.engine.fused;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same trials in processes with wide vectors, narrow ones and none, compiled well, quickly and not at all. */
class SameBitsIT {
    private static final List<String> VECTORS = List.of("--add-modules", "jdk.incubator.vector");

    @TempDir
    private Path folder;

    /** Where nothing is compiled, vectors are a thousand times slower than single numbers. */
    private static final int SOME = 40;

    @Test
    void trainsTheSameBitsInEveryMode() throws Exception {
        List<String> usual = lines(VECTORS, 1);
        assertThat(usual).hasSizeGreaterThan(50).doesNotHaveDuplicates();
        for (List<String> mode : List.of(
                with("-XX:UseAVX=2"),
                with("-XX:MaxVectorSize=16"),
                with("-XX:TieredStopAtLevel=1"),
                List.<String>of(),
                List.of("-XX:TieredStopAtLevel=1"))) {
            assertThat(lines(mode, 1)).as("with %s", mode).isEqualTo(usual);
        }
        List<String> some = IntStream.range(0, usual.size())
                .filter(line -> line % SOME == 0)
                .mapToObj(usual::get)
                .toList();
        assertThat(lines(with("-Xint"), SOME)).isEqualTo(some);
        assertThat(lines(List.of("-Xint"), SOME)).isEqualTo(some);
    }

    private static List<String> with(String option) {
        return Stream.concat(VECTORS.stream(), Stream.of(option)).toList();
    }

    private List<String> lines(List<String> options, int each) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors.txt");
        Path out = folder.resolve("out.txt");
        Process process = new ProcessBuilder(Bits.command(
                        Stream.concat(Stream.of("-XX:+IgnoreUnrecognizedVMOptions"), options.stream())
                                .toList(),
                        each))
                .redirectError(errors.toFile())
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(errors, StandardCharsets.UTF_8))
                .isZero();
        return Files.readAllLines(out);
    }
}
