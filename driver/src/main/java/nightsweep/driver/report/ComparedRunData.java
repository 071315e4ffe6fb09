package nightsweep.driver.report;

import java.util.List;
import nightsweep.driver.json.SweepSummary;
import nightsweep.driver.summary.Summary;
import nightsweep.experiments.sweep.Sweep;

/**
 * One of two runs that stand beside each other.
 *
 * @param place the run directory, as a person would type it
 * @param objective what its own tables are ranked by, in words
 * @param best none where nothing was completed; one for each kind of loss where losses are ranked
 */
record ComparedRunData(
        String name,
        String place,
        String objective,
        int configurations,
        int repeats,
        int folds,
        long seed,
        SweepSummary.Totals totals,
        List<Headline> best) {

    static ComparedRunData of(Sweep sweep, Summary summary, String place) {
        return new ComparedRunData(
                sweep.name(),
                place,
                RunData.ObjectiveData.of(sweep, summary).title(),
                sweep.configurations().size(),
                sweep.repeats(),
                sweep.folds(),
                sweep.seed(),
                summary.totals(),
                Headline.of(summary));
    }
}
