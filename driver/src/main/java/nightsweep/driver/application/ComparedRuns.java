package nightsweep.driver.application;

import java.util.List;
import nightsweep.driver.summary.RunComparison;
import nightsweep.experiments.sweepfile.Difference;
import nightsweep.worker.storage.WholeFiles;

/**
 * Two runs beside each other.
 *
 * @param first where the first is, as a person would type it
 * @param differences of their sweep files, and of data that both call the same
 * @param page that shows them, one HTML file
 */
public record ComparedRuns(
        String first, String second, List<Difference> differences, RunComparison comparison, WholeFiles.Text page) {
    public ComparedRuns {
        differences = List.copyOf(differences);
    }
}
