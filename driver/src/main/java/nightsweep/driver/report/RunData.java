package nightsweep.driver.report;

import java.util.List;
import java.util.Locale;
import nightsweep.driver.summary.Summary;
import nightsweep.experiments.sweep.Objective;
import nightsweep.experiments.sweep.Sweep;

/**
 * Which run the page is about.
 *
 * @param asOf in ISO 8601
 * @param finished whether every planned trial has ended
 * @param mixedLosses whether the objective is a loss, of which the sweep has several kinds
 */
record RunData(
        String name,
        String description,
        String place,
        String asOf,
        boolean finished,
        int repeats,
        ObjectiveData objective,
        boolean mixedLosses,
        String sweepText) {

    /**
     * What trials are ranked by.
     *
     * @param title in words, such as {@code validation accuracy}
     * @param ends what figures of it cannot pass, the lower first; null in the script where there is none
     */
    record ObjectiveData(String title, String metric, String goal, String measuredOn, List<Double> ends) {

        static ObjectiveData of(Sweep sweep, Summary summary) {
            Objective objective = sweep.objective();
            String metric = objective.metric().label();
            String measuredOn = summary.brief().measuredOn();
            return new ObjectiveData(
                    measuredOn + " " + metric.replace('-', ' ').replace("f1", "F1"),
                    metric,
                    objective.goal().label().toLowerCase(Locale.ROOT),
                    measuredOn,
                    summary.ends());
        }
    }

    static RunData of(Sweep sweep, Summary summary, RunFacts facts) {
        return new RunData(
                sweep.name(),
                sweep.description(),
                facts.place(),
                facts.asOf().toString(),
                summary.totals().notRun() == 0,
                sweep.repeats(),
                ObjectiveData.of(sweep, summary),
                sweep.objective().metric() == Objective.Metric.LOSS
                        && summary.brief().bestConfigurations().size() > 1,
                facts.sweepText());
    }
}
