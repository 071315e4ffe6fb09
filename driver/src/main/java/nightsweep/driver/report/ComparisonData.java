package nightsweep.driver.report;

import java.util.List;
import java.util.Map;
import nightsweep.driver.report.trial.Curve;
import nightsweep.driver.summary.RunVerdict;
import nightsweep.experiments.sweepfile.Difference;

/**
 * Everything that the page of two runs shows, in the shape in which its script reads it.
 *
 * @param asOf in ISO 8601
 * @param measure what is compared, in words
 * @param goal {@code maximize} or {@code minimize}
 * @param ends what no figure of the measure passes, the lower first; null in the script where there is none
 * @param differences of the sweep files, and of data that both call the same
 * @param axes of the first run
 * @param tables by name: {@code compare}
 * @param curves of as many configurations as a page can hold, in the order of the first run
 */
record ComparisonData(
        String asOf,
        String measure,
        String goal,
        List<Double> ends,
        RunVerdict verdict,
        ComparedRunData first,
        ComparedRunData second,
        List<Difference> differences,
        List<AxisData> axes,
        Map<String, TableData> tables,
        List<CurvePair> curves,
        List<String> notes) {

    /**
     * Learning curves of a configuration in both runs.
     *
     * @param configuration its number in the first run
     * @param first a curve for each of the first few repeats
     * @param second likewise
     */
    record CurvePair(int configuration, List<Curve> first, List<Curve> second) {}
}
