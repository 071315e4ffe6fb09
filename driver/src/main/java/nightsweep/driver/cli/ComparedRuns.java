package nightsweep.driver.cli;

import java.util.List;
import nightsweep.driver.summary.RunComparison;
import nightsweep.experiments.format.Difference;

/**
 * Two runs beside each other.
 *
 * @param first where the first is, as a person would type it
 * @param differences of their sweep files
 */
public record ComparedRuns(String first, String second, List<Difference> differences, RunComparison comparison) {
    public ComparedRuns {
        differences = List.copyOf(differences);
    }
}
