package nightsweep.driver.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nightsweep.driver.cli.console.CommandFailure;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.ImageSize;
import nightsweep.worker.dataset.convert.Conversion;
import nightsweep.worker.dataset.convert.FileKind;
import nightsweep.worker.dataset.load.DatasetLoader;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.Decoded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes data ready for sweeps. */
@Command(name = "data", header = "Make data ready for sweeps.")
final class DataCommand {
    private final Console console;
    private final ProcessEnvironment environment;

    DataCommand(Console console, ProcessEnvironment environment) {
        this.console = console;
        this.environment = environment;
    }

    @Command(
            name = "convert",
            header = "Write the pictures of a MATLAB 5 file as IDX or CSV files of one size.",
            description = "The first pictures are to train on, those after them to test on. They are resized by plain"
                    + " bilinear interpolation, without smoothing. Nothing is overwritten.",
            mixinStandardHelpOptions = true)
    int convert(
            @Parameters(paramLabel = "FILE.mat", description = "A path or a URI.") String file,
            @Option(
                            names = "--to",
                            paramLabel = "FOLDER",
                            required = true,
                            description =
                                    "A path or a URI. What is written to DATA/NAME, a sweep finds with --data DATA as dataset: NAME.")
                    String folder,
            @Option(
                            names = "--size",
                            paramLabel = "PIXELS",
                            required = true,
                            description = "Such as 28, or 28x20 for width and height.")
                    String size,
            @Option(names = "--train", paramLabel = "N", required = true, description = "Pictures to train on.")
                    int train,
            @Option(names = "--test", paramLabel = "N", required = true, description = "Pictures to test on.") int test,
            @Option(
                            names = "--images",
                            paramLabel = "NAME",
                            defaultValue = "images",
                            description = "The variable with a cell a picture. Default: ${DEFAULT-VALUE}.")
                    String images,
            @Option(
                            names = "--labels",
                            paramLabel = "NAME",
                            defaultValue = "labels",
                            description = "The variable with the classes. Default: ${DEFAULT-VALUE}.")
                    String labels,
            @Option(
                            names = "--as",
                            paramLabel = "KIND",
                            defaultValue = "idx",
                            description = "idx, gzipped, or csv with the class first. Default: ${DEFAULT-VALUE}.")
                    FileKind kind)
            throws CommandFailure {
        try {
            DataSource source = new DataSource.Matlab(environment.uri(file), images, labels, size(size), train, test);
            DatasetLoader loader = new DatasetLoader(environment.hadoop(), Optional.empty());
            Decoded decoded = loader.decode(source, 0);
            String place = environment.uri(folder);
            List<String> files = new Conversion(environment.hadoop(), place, kind).write(decoded);
            console.say(told(decoded, place, files));
            return ExitCode.DONE.number();
        } catch (DataException | IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.BAD_SWEEP, e);
        }
    }

    private static ImageSize size(String text) {
        return ImageSize.of(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "--size must be such as 28, or 28x20 for width and height, but got " + text + "."));
    }

    private static String told(Decoded decoded, String place, List<String> files) {
        String classes = IntStream.range(0, decoded.labels().size())
                .mapToObj(i -> decoded.labels().get(i).equals(Integer.toString(i))
                        ? Integer.toString(i)
                        : i + " " + decoded.labels().get(i))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%,d pictures to train on and %,d to test on, of %s pixels, in the classes %s.%nWrote %s to %s.",
                decoded.train().size(),
                decoded.test().size(),
                decoded.shape().stream().map(String::valueOf).collect(Collectors.joining("x")),
                classes,
                String.join(", ", files),
                place);
    }
}
