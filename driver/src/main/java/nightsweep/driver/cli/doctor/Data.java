package nightsweep.driver.cli.doctor;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.worker.dataset.file.DataPath;
import nightsweep.worker.storage.FirstContact;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** The folder that named data sets are found in. */
final class Data {
    private static final int MOST_NAMES = 8;

    private Data() {}

    static Finding at(Optional<String> home, Configuration hadoop) {
        if (home.isEmpty()) {
            return Finding.ok(
                    "data",
                    "no folder of named data sets is given (--data, NIGHTSWEEP_DATA): only sweeps on mnist and its like"
                            + " need one");
        }
        String advice = " Name the folder in which folders such as mnist are, by --data or NIGHTSWEEP_DATA.";
        try {
            Path folder = DataPath.of(home.get(), hadoop);
            FirstContact.with(folder, hadoop);
            List<String> names = Arrays.stream(folder.getFileSystem(hadoop).listStatus(folder))
                    .filter(FileStatus::isDirectory)
                    .map(one -> one.getPath().getName())
                    .sorted()
                    .toList();
            String shown = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())))
                    + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "");
            return names.isEmpty()
                    ? Finding.mend("data", folder + " has no folders." + advice, ExitCode.BAD_SWEEP)
                    : Finding.ok("data", home.get() + ": " + shown);
        } catch (FileNotFoundException e) {
            return Finding.mend("data", "There is no folder " + home.get() + "." + advice, ExitCode.BAD_SWEEP);
        } catch (IOException | IllegalArgumentException e) {
            return Finding.mend(
                    "data", "Cannot list " + home.get() + ": " + e.getMessage() + "." + advice, ExitCode.BAD_SWEEP);
        }
    }
}
