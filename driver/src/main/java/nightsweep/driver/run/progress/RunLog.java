package nightsweep.driver.run.progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.worker.log.LogTap;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.appender.FileAppender;
import org.apache.logging.log4j.core.layout.PatternLayout;

/**
 * What this process logs while a run lasts, in {@code logs/driver.log} of the run directory, each line with
 * the trial that it is about. Where the run directory is not on a local disk, the log is copied there at the end.
 */
public final class RunLog implements AutoCloseable {
    private static final String NAME = "run";
    private static final String PLACE = "logs/driver.log";

    private final RunDirectory run;
    private final Appender appender;
    private final Path file;
    private final boolean copied;

    private RunLog(RunDirectory run, Appender appender, Path file, boolean copied) {
        this.run = run;
        this.appender = appender;
        this.file = file;
        this.copied = copied;
    }

    public static RunLog open(RunDirectory run) throws IOException {
        Optional<Path> local = run.local();
        Path file = local.isPresent() ? local.get().resolve(PLACE) : Files.createTempFile("nightsweep-driver", ".log");
        FileAppender appender = FileAppender.newBuilder()
                .setName(NAME)
                .withFileName(file.toString())
                .setLayout(new RedactedLayout(PatternLayout.newBuilder()
                        .withPattern("%d{ISO8601} %-5level [%X{trial}] %c{1}: %msg%n%throwable")
                        .build()))
                .build();
        appender.start();
        LogTap.open(appender);
        return new RunLog(run, appender, file, local.isEmpty());
    }

    @Override
    public void close() throws IOException {
        LogTap.close(appender);
        if (copied) {
            run.write(PLACE, Files.readString(file));
            Files.delete(file);
        }
    }
}
